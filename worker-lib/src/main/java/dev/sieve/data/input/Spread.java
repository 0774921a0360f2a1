package dev.sieve.data.input;

/**
 * Where the values of an input lie.
 *
 * @param moments exact where all values are the same: that value, and 1
 * @param min the least value
 * @param max the greatest value
 */
record Spread(Moments moments, float min, float max) {
  /** Of no values. */
  static final Spread NONE = new Spread(new Moments(0, 1), 0, 0);

  /**
   * @param variance the population's
   */
  static Spread of(double mean, double variance, float min, float max) {
    // A mean is rounded: of equal values, too, it may differ from all of them.
    if (min == max) {
      return new Spread(new Moments(min, 1), min, max);
    }
    double deviation = Math.sqrt(variance);
    return new Spread(new Moments(mean, usable(deviation)), min, max);
  }

  /** Returns the moments that take {@code min} to 0 and {@code max} to 1. */
  Moments toUnit() {
    return new Moments(min, usable((double) max - min));
  }

  /** Returns {@code divisor}, or 1 where no float holds its reciprocal. */
  private static double usable(double divisor) {
    return divisor >= Float.MIN_NORMAL ? divisor : 1;
  }
}
