package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.sample.cube.Point;
import java.util.Optional;

/** Trains the best configuration of an earlier stage once more: one round. */
record TrainBest(StageConf stage, StagePlan.Final plan) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    if (!told.rounds(stage.name()).isEmpty()) {
      return Optional.empty();
    }
    String from = plan.narrowing().from();
    Numbering numbering =
        new Numbering(stage, told.results(stage.name()), plan.fresh() ? told.freshRepeat(from) : 0);
    numbering.add(NarrowedSpace.of(plan, told.best(plan.narrowing()).get(0)), Point.NONE);
    return Optional.of(new Round(numbering.trials(), plan.space()));
  }
}
