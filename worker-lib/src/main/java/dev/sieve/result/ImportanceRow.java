package dev.sieve.result;

import static java.util.Objects.requireNonNull;

/**
 * One row of {@link ImportanceTable}.
 *
 * @param configurations that the stage measured
 * @param hyperparameter as confs call it
 * @param other the second of a pair; null where it is one alone
 * @param share of the variance over all that was searched, in [0, 1]; {@code shareOfBest} of that
 *     among the best quarter
 * @param deviation of validation accuracies that it causes; {@code deviationOfBest} likewise
 * @param chance what the choice of validation examples does to one accuracy
 */
public record ImportanceRow(
    String search,
    String stage,
    int configurations,
    String hyperparameter,
    String other,
    double share,
    double deviation,
    double shareOfBest,
    double deviationOfBest,
    double chance) {
  public ImportanceRow {
    requireNonNull(search, "search is null");
    requireNonNull(stage, "stage is null");
    requireNonNull(hyperparameter, "hyperparameter is null");
  }

  /** Returns whether it is of two hyperparameters. */
  public boolean isPair() {
    return other != null;
  }

  /** Returns {@code l2}, or {@code l2 with eta-max}. */
  public String name() {
    return isPair() ? hyperparameter + " with " + other : hyperparameter;
  }
}
