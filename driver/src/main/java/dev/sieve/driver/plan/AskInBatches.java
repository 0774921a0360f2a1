package dev.sieve.driver.plan;

import dev.sieve.driver.conf.Sampling;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.plan.cube.Configurations;
import dev.sieve.driver.plan.cube.SearchedCube;
import dev.sieve.sample.Streams;
import dev.sieve.sample.box.CoarseToFine;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a sampler for a batch of configurations a round, and tells it the results of all rounds
 * before, so that it can learn. No configuration is trained twice, but for the repeats that the
 * stage asks for: a space that has no further one ends the stage.
 */
record AskInBatches(long searchSeed, StageConf stage, StagePlan.Search plan) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    Configurations before = told.configurations(stage.name());
    int count = Math.min(plan.sampling().batch(), plan.configurations() - before.count());
    if (count == 0) {
      return Optional.empty();
    }
    SearchSpace space =
        before.count() == 0 ? NarrowedSpace.of(plan, told) : told.searched(stage.name());
    SearchedCube cube = new SearchedCube(space);
    CubeSampler sampler = sampler(cube);
    Learned learned = stage.learns() ? told.learned(space) : Learned.NOTHING;
    List<Point> points = sampler.next(learned.behind(before.history()), count);
    List<String> reasons = new ArrayList<>();
    if (before.count() == 0) {
      reasons.addAll(MovedBounds.ofStage(plan, told, space));
      reasons.addAll(learned.told());
    } else if (sampler instanceof CoarseToFine boxes) {
      reasons.addAll(MovedBounds.ofBox(cube, boxes, before.history()));
    }
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    for (Point point : points) {
      Point drawn = cube.drawn(point);
      numbering.add(space.at(drawn.toArray()), drawn);
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new Round(numbering.trials(), space, reasons));
  }

  private CubeSampler sampler(SearchedCube cube) {
    long seed = Streams.seed(searchSeed, "points", stage.name());
    Sampling how = plan.sampling();
    return how.rounds() == 1
        ? how.sampler().over(cube.cube(), seed, plan.configurations())
        : new CoarseToFine(cube.cube(), seed, plan.configurations(), how.rounds(), how.outside());
  }
}
