package dev.sieve.net.check;

import java.util.Arrays;

/**
 * Summary of a set of numbers.
 *
 * @param deviation standard deviation, the population's
 */
public record Spread(double min, double mean, double max, double deviation) {

  /** Returns that of {@code values}; all NaN where there are none. */
  static Spread of(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Spread(
        Arrays.stream(values).min().orElse(Double.NaN),
        mean,
        Arrays.stream(values).max().orElse(Double.NaN),
        Math.sqrt(squares / values.length));
  }
}
