package dev.sieve.driver.plan;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Trial;
import java.util.List;

/**
 * Trials of one stage that are trained before its strategy says how to go on.
 *
 * @param trials at least one: numbered on from those of the rounds before, or some of these, which
 *     go on
 * @param space what they were drawn from, which may be narrowed
 * @param reasons why bounds moved with this round, a sentence for each hyperparameter; none where
 *     none did
 * @param audit whether its trials go on only to see what pruning costs
 */
public record Round(List<Trial> trials, SearchSpace space, List<String> reasons, boolean audit) {
  public Round {
    trials = List.copyOf(trials);
    check(!trials.isEmpty(), "a round has at least one trial, but got none");
    requireNonNull(space, "space is null");
    reasons = List.copyOf(reasons);
  }

  /** One that is no audit. */
  public Round(List<Trial> trials, SearchSpace space, List<String> reasons) {
    this(trials, space, reasons, false);
  }

  /** One that is no audit, and with which no bound moved. */
  public Round(List<Trial> trials, SearchSpace space) {
    this(trials, space, List.of());
  }
}
