package dev.sieve.statistics;

import java.util.List;

/** Means of a few numbers, summed in their order. */
final class Mean {
  private Mean() {}

  /** Returns the mean of {@code values}; NaN of none. */
  static double of(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /** Returns those of {@code values} that are no NaN. */
  static List<Double> known(List<Double> values) {
    return values.stream().filter(value -> !Double.isNaN(value)).toList();
  }
}
