package dev.sieve.result;

import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.function.Function;

/**
 * One row of {@link EnsembleTable}.
 *
 * @param search name of the search
 * @param members the repeats that completed, at least one
 * @param ensemble of all of them
 */
public record EnsembleRow(String search, List<TrialResult> members, Ensemble ensemble) {
  public EnsembleRow {
    members = List.copyOf(members);
  }

  /** Returns the first repeat. */
  public Trial first() {
    return members.get(0).trial();
  }

  /** Returns the mean accuracy of the members, one by one; null where they were not measured. */
  Double single(Function<TrialResult, Metrics> on) {
    return members.stream().map(on).anyMatch(metrics -> metrics == null)
        ? null
        : members.stream().mapToDouble(m -> on.apply(m).accuracy()).average().orElseThrow();
  }
}
