package dev.sieve.driver.plan;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.driver.stage.Stage;
import dev.sieve.trial.Trial;
import java.util.List;

/**
 * A round of a stage, to be trained.
 *
 * @param number 0 for the first of its stage
 */
public record PlannedRound(Stage stage, int number, Round round) {
  public PlannedRound {
    requireNonNull(stage, "stage is null");
    check(number >= 0, "number must be >= 0, but was %d", number);
    requireNonNull(round, "round is null");
  }

  public List<Trial> trials() {
    return round.trials();
  }

  /**
   * Returns why bounds moved with this round, in sentences; the later rounds say which they are.
   */
  public List<String> reasons() {
    String which = number == 0 ? "" : "round " + (number + 1) + ": ";
    return round.reasons().stream().map(reason -> which + reason).toList();
  }

  /** Returns whether an earlier stage has narrowed the space that its trials were drawn from. */
  public boolean isNarrowed() {
    return stage
        .conf()
        .plan()
        .map(search -> search.narrowing().isPresent(), confirm -> false, last -> false);
  }
}
