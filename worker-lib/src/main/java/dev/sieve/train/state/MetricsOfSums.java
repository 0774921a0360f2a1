package dev.sieve.train.state;

import dev.sieve.net.ClassCounts;
import dev.sieve.net.MetricSums;
import dev.sieve.trial.ByClass;
import dev.sieve.trial.Metrics;

/** What sums over images amount to. */
final class MetricsOfSums {
  private MetricsOfSums() {}

  /**
   * Returns the metrics of {@code sums}, which hold an image at least.
   *
   * @param penalty λ ΣW²
   */
  static Metrics of(MetricSums sums, double penalty) {
    ClassCounts counts = sums.byClass();
    return new Metrics(
        sums.loss(),
        sums.loss() + penalty,
        sums.accuracy(),
        counts == null ? null : new ByClass(counts.balancedAccuracy(), counts.macroF1()));
  }
}
