package dev.sieve.export.statistics;

import static dev.sieve.Checks.check;

/**
 * An interval that covers the true value with a probability of 95 %.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** The same of Student's t by degrees of freedom, from 1; normal beyond 30. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  /**
   * Returns the interval of an accuracy measured on {@code images} images: E. B. Wilson, "Probable
   * inference, the law of succession, and statistical inference", JASA 1927. It speaks of other
   * images, not of other random streams.
   *
   * @param accuracy in [0, 1]
   */
  public static Interval ofAccuracy(double accuracy, long images) {
    check(accuracy >= 0 && accuracy <= 1, "accuracy must be in [0, 1], but was %s", accuracy);
    check(images >= 1, "images must be >= 1, but were %d", images);
    double shrink = 1 / (1 + Z * Z / images);
    double center = shrink * (accuracy + Z * Z / (2 * images));
    double half =
        shrink
            * Z
            * Math.sqrt(accuracy * (1 - accuracy) / images + Z * Z / (4.0 * images * images));
    return new Interval(Math.max(0, center - half), Math.min(1, center + half));
  }

  /** Returns the interval of the mean of at least two {@code values}, by Student's t. */
  public static Interval ofMean(double... values) {
    int n = values.length;
    check(n >= 2, "an interval of a mean needs at least 2 values, but got %d", n);
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double t = n - 2 < T.length ? T[n - 2] : Z;
    double half = t * Math.sqrt(squares / (n - 1) / n);
    return new Interval(mean - half, mean + half);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
