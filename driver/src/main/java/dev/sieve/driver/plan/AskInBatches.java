package dev.sieve.driver.plan;

import dev.sieve.driver.conf.Sampling;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.conf.StopWhen;
import dev.sieve.driver.plan.cube.Configurations;
import dev.sieve.driver.plan.cube.SearchedCube;
import dev.sieve.sample.Streams;
import dev.sieve.sample.box.CoarseToFine;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.gp.Gain;
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

  /** What is asked for next. */
  private record Asked(
      Configurations before,
      Learned learned,
      SearchSpace space,
      CubeSampler sampler,
      List<Point> points) {}

  private Optional<Asked> ask(Told told) {
    Configurations before = told.configurations(stage.name());
    int count = Math.min(plan.sampling().batch(), plan.configurations() - before.count());
    if (count == 0) {
      return Optional.empty();
    }
    SearchSpace space =
        before.count() == 0 ? NarrowedSpace.of(plan, told) : told.searched(stage.name());
    CubeSampler sampler = sampler(new SearchedCube(space));
    Learned learned = stage.learns() ? told.learned(space) : Learned.NOTHING;
    List<Point> points = sampler.next(learned.behind(before.history()), count);
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new Asked(before, learned, space, sampler, points));
  }

  @Override
  public Optional<Round> next(Told told) {
    return ask(told)
        .filter(asked -> noGain(told, asked).isEmpty())
        .map(asked -> round(told, asked));
  }

  @Override
  public Optional<String> endedEarly(Told told) {
    return plan.sampling().stopWhen() == StopWhen.NONE
        ? Optional.empty()
        : ask(told).flatMap(asked -> noGain(told, asked)).map(NoGain::text);
  }

  /** Returns why what is asked for is not worth it; empty where it is, or where all is trained. */
  private Optional<NoGain> noGain(Told told, Asked asked) {
    History history = asked.learned().behind(asked.before().history());
    if (plan.sampling().stopWhen() == StopWhen.NONE || history.scored() == 0) {
      return Optional.empty();
    }
    Gain gain = Gain.of(new SearchedCube(asked.space()).cube(), history, asked.points());
    return Optional.of(
            new NoGain(
                gain,
                asked.points().size(),
                history.size(),
                plan.configurations(),
                told.validationImages(stage.name())))
        .filter(NoGain::ends);
  }

  private Round round(Told told, Asked asked) {
    SearchedCube cube = new SearchedCube(asked.space());
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    for (Point point : asked.points()) {
      Point drawn = cube.drawn(point);
      numbering.add(asked.space().at(drawn.toArray()), drawn);
    }
    return new Round(numbering.trials(), asked.space(), reasons(told, asked));
  }

  private List<String> reasons(Told told, Asked asked) {
    if (asked.before().count() == 0) {
      List<String> reasons = new ArrayList<>(MovedBounds.ofStage(plan, told, asked.space()));
      reasons.addAll(asked.learned().told());
      return reasons;
    }
    return asked.sampler() instanceof CoarseToFine boxes
        ? MovedBounds.ofBox(new SearchedCube(asked.space()), boxes, asked.before().history())
        : List.of();
  }

  private CubeSampler sampler(SearchedCube cube) {
    long seed = Streams.seed(searchSeed, "points", stage.name());
    Sampling how = plan.sampling();
    return how.rounds() == 1
        ? how.sampler().over(cube.cube(), seed, plan.configurations())
        : new CoarseToFine(cube.cube(), seed, plan.configurations(), how.rounds(), how.outside());
  }
}
