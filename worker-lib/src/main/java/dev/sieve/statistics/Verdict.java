package dev.sieve.statistics;

import static java.util.Objects.requireNonNull;

import dev.sieve.statistics.Comparison.Difference;
import java.util.Optional;

/**
 * What fresh repeats say of one configuration.
 *
 * @param mean accuracy of those that are known; NaN of none
 * @param interval of that mean, over random streams and images; over images alone where no
 *     configuration has two repeats; empty where no repeat is known
 * @param score posterior mean: what it is expected to reach by all that is known; NaN where no
 *     repeat is
 * @param deviation of what the score leaves open; NaN likewise
 * @param probability that no other is better
 * @param behind how much better the leader is
 */
public record Verdict(
    double mean,
    Optional<Interval> interval,
    double score,
    double deviation,
    double probability,
    Difference behind) {
  public Verdict {
    requireNonNull(interval, "interval is null");
    requireNonNull(behind, "behind is null");
  }
}
