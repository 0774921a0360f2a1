package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.List;
import java.util.Optional;

/**
 * A race of configurations by their repeats: each gets a first one, and after every further one
 * those leave that are significantly worse than the best so far. Repeats of one number share their
 * mini-batches and are compared in pairs; what they differ by is pooled over the best
 * configurations. Bonferroni's bound over all comparisons of the race, whichever leads, keeps the
 * probability below 10 % that the truly best one leaves. O. Maron and A. W. Moore, "Hoeffding
 * Races", NIPS 1993; M. Birattari and others, "A Racing Algorithm for Configuring Metaheuristics",
 * GECCO 2002.
 *
 * @param configurations of the whole race
 * @param repeats of those that never leave
 * @param resolution least difference between two accuracies, 1/n for n images; 0 where there is
 *     none: a spread below it is not believed
 */
public record Race(int configurations, int repeats, double resolution) {
  /** The probability that the truly best configuration leaves, at most. */
  public static final double ERROR = 0.1;

  public Race {
    check(configurations >= 1, "configurations must be >= 1, but were %d", configurations);
    check(repeats >= 2, "repeats must be >= 2, but were %d", repeats);
    check(resolution >= 0, "resolution must be >= 0, but was %s", resolution);
  }

  /** Returns how often a configuration may be compared with the one that leads. */
  public int comparisons() {
    return Math.max(1, (configurations - 1) * (repeats - 1));
  }

  /**
   * Returns how far below the best mean a configuration leaves; infinite where nothing is known of
   * how much repeats differ: of one repeat, or of one configuration.
   *
   * @param rows the same number of repeats of each configuration, in the order of their numbers;
   *     none failed
   */
  public double margin(List<List<Double>> rows) {
    Optional<Spread> spread = rows.size() < 2 ? Optional.empty() : Spread.paired(rows);
    if (spread.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double variance = Math.max(resolution * resolution, spread.get().variance());
    double quantile = Quantiles.beyond(2 * ERROR / comparisons(), spread.get().degrees());
    return quantile * Math.sqrt(2 * variance / rows.get(0).size());
  }

  /** Returns which of {@code rows}, as for {@link #margin}, leave; the best one never does. */
  public List<Boolean> leave(List<List<Double>> rows) {
    double best = rows.stream().mapToDouble(Mean::of).max().orElse(Double.NaN);
    double margin = margin(rows);
    return rows.stream().map(row -> Mean.of(row) < best - margin).toList();
  }
}
