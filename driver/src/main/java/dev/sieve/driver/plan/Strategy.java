package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import java.util.Optional;

/**
 * How a stage goes on: a pure function from what it has been told to its next round of trials, or
 * its end. It sees no clock, no executor and no order of arrival, so that a search that is
 * continued, or looked at again, derives the same rounds from conf, data and journal.
 */
public interface Strategy {

  /**
   * Returns the next round; empty where the stage is over.
   *
   * @param told the results of all its rounds so far, and of the stage that it waits for, which is
   *     over; not modified
   */
  Optional<Round> next(Told told);

  /**
   * Returns why a stage that is over has not all of its configurations, in a sentence; empty where
   * nothing but its space or its plan ended it.
   *
   * @param told as for {@link #next}
   */
  default Optional<String> endedEarly(Told told) {
    return Optional.empty();
  }

  /** Returns that of {@code stage}, in a search with this seed. */
  static Strategy of(long searchSeed, StageConf stage) {
    return stage
        .plan()
        .map(
            search -> of(searchSeed, stage, search),
            confirm -> new ConfirmBest(stage, confirm),
            last -> new TrainBest(stage, last));
  }

  private static Strategy of(long searchSeed, StageConf stage, StagePlan.Search plan) {
    Strategy drawn =
        switch (plan.sampler()) {
          case RANDOM, GRID -> new DrawOnce(searchSeed, stage, plan);
          case SOBOL, LATIN_HYPERCUBE, GP, TPE -> new AskInBatches(searchSeed, stage, plan);
        };
    if (stage.race()) {
      return new InRace(stage, drawn);
    }
    return plan.pruner()
        .<Strategy>map(pruner -> new InRungs(searchSeed, stage, pruner, drawn))
        .orElse(drawn);
  }
}
