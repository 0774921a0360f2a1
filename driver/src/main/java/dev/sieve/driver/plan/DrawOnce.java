package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.sample.Sampler;
import dev.sieve.sample.Streams;
import dev.sieve.space.Axes;
import dev.sieve.space.Point;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/**
 * Draws all configurations of a stage in one round, at random or as a grid, from its space or from
 * what the best of an earlier stage narrow it to.
 */
record DrawOnce(long searchSeed, StageConf stage, StagePlan.Search plan) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    if (!told.rounds(stage.name()).isEmpty()) {
      return Optional.empty();
    }
    SearchSpace space = space(told);
    Sampler sampler = plan.sampler().over(space, Streams.seed(searchSeed, "points", stage.name()));
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    for (double[] u : sampler.points(plan.configurations(), Axes.DIMENSIONS)) {
      numbering.add(space.at(u), Point.of(u));
    }
    return Optional.of(new Round(numbering.trials(), space));
  }

  private SearchSpace space(Told told) {
    return plan.narrowing()
        .map(
            narrowing ->
                NarrowedSpace.of(
                    narrowing, plan.space(), told.searched(narrowing.from()), told.best(narrowing)))
        .orElse(plan.space());
  }
}
