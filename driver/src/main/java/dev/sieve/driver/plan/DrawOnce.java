package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.sample.GridSampler;
import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.Sampler;
import dev.sieve.sample.Streams;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Axes;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/**
 * Draws all configurations of a stage in one round, at random or as a grid, from its space or from
 * what the best of an earlier stage narrow it to. A configuration that is drawn again gets further
 * repeats.
 */
record DrawOnce(long searchSeed, StageConf stage, StagePlan.Search plan) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    if (!told.rounds(stage.name()).isEmpty()) {
      return Optional.empty();
    }
    SearchSpace space = NarrowedSpace.of(plan, told);
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    for (double[] u : sampler(space).points(plan.configurations(), Axes.DIMENSIONS)) {
      numbering.add(space.at(u), Point.of(u));
    }
    return Optional.of(
        new Round(numbering.trials(), space, MovedBounds.ofStage(plan, told, space)));
  }

  private Sampler sampler(SearchSpace space) {
    return plan.sampler() == SamplerName.GRID
        ? new GridSampler(space.cube().stream().map(Domain::levels).toList())
        : new RandomSampler(Streams.seed(searchSeed, "points", stage.name()));
  }
}
