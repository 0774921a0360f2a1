package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * Trains the best configurations of an earlier stage once more, then the best of these again: two
 * rounds. Repeats have the same numbers for all of them, and so the same mini-batches, and numbers
 * that no stage before has used: none took part in choosing the configuration that it confirms.
 */
record ConfirmBest(StageConf stage, StagePlan.Confirm plan) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    return switch (told.rounds(stage.name()).size()) {
      case 0 -> round(told, told.best(plan.from(), plan.configurations()), 1);
      case 1 -> round(told, told.ranked(stage.name(), plan.finalists()), stage.repeats());
      default -> Optional.empty();
    };
  }

  private Optional<Round> round(Told told, List<Candidate> candidates, int times) {
    Numbering numbering =
        new Numbering(stage, told.results(stage.name()), told.freshRepeat(plan.from()));
    candidates.forEach(candidate -> numbering.add(candidate, Point.NONE, times));
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(new Round(numbering.trials(), SearchSpace.EMPTY));
  }
}
