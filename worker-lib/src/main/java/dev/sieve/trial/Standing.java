package dev.sieve.trial;

import java.util.Comparator;
import java.util.stream.DoubleStream;

/**
 * How well a configuration did in its repeats: what stages, summary and report rank by.
 *
 * @param whole whether all of its repeats completed
 * @param mean of what those that did are worth, by {@link Metric#worth}; NaN where none did
 */
public record Standing(boolean whole, double mean) {
  /** Whole ones first, then by mean. Equals compare as 0: a stable sort keeps their order. */
  public static final Comparator<Standing> BEST_FIRST =
      Comparator.comparing(Standing::whole).thenComparing(Standing::mean).reversed();

  /** Returns that of a configuration of which {@code completed} is the worth that is known. */
  public static Standing of(boolean whole, DoubleStream completed) {
    return new Standing(whole, completed.average().orElse(Double.NaN));
  }

  /**
   * Returns that of a configuration.
   *
   * @param repeats the worth of each, NaN for one that did not complete
   */
  public static Standing of(double[] repeats) {
    DoubleStream completed = DoubleStream.of(repeats).filter(worth -> !Double.isNaN(worth));
    return of(DoubleStream.of(repeats).noneMatch(Double::isNaN), completed);
  }
}
