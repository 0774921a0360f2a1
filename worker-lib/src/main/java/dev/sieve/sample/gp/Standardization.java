package dev.sieve.sample.gp;

import java.util.Arrays;

/**
 * Makes scores fit for a process: what is far below the median is cut off, since how bad the bad
 * ones are says nothing about the best, and the rest gets mean 0 and deviation 1.
 *
 * @param floor least value that is told apart
 * @param center mean after that
 * @param scale deviation after that; 1 where all are equal
 */
record Standardization(double floor, double center, double scale) {

  /**
   * Returns that of {@code values}, at least one. With median m, largest M and w = max(M − m, .1·(M
   * − least)), the floor is m − 2w. The guard .1·(M − least) is for ties at the top, where the
   * median is the largest.
   */
  static Standardization of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    double largest = sorted[n - 1];
    double width = Math.max(largest - median, 0.1 * (largest - sorted[0]));
    double floor = median - 2 * width;
    double sum = 0;
    for (double value : sorted) {
      sum += Math.max(floor, value);
    }
    double center = sum / n;
    double squares = 0;
    for (double value : sorted) {
      double difference = Math.max(floor, value) - center;
      squares += difference * difference;
    }
    double scale = Math.sqrt(squares / n);
    return new Standardization(floor, center, scale > 0 ? scale : 1);
  }

  /** Returns what stands for {@code value}. */
  double apply(double value) {
    return (Math.max(floor, value) - center) / scale;
  }

  /** Returns the value that {@code standardized} stands for. */
  double invert(double standardized) {
    return center + scale * standardized;
  }
}
