package dev.sieve.sample.gp;

/**
 * What is believed of a parameter of the process before anything is known: its logarithm is normal.
 *
 * @param median of the parameter
 * @param deviation of its logarithm
 * @param low least value that a fit may take
 * @param high largest one
 */
record Prior(double median, double deviation, double low, double high) {
  /** Of the length scale of an axis, in units of the cube. */
  static final Prior LENGTH = new Prior(0.35, 0.5, 0.03, 20);

  /** Of the variance of the function, σ², in units of the standardized scores. */
  static final Prior SIGNAL = new Prior(1, 1, 0.05, 20);

  /** Of the variance of the noise, v. */
  static final Prior NOISE = new Prior(0.05, 1.5, 1e-4, 2);

  /** Returns −ln of the density at the logarithm {@code x}, but for a constant. */
  double penalty(double x) {
    double z = (x - StrictMath.log(median)) / deviation;
    return z * z / 2;
  }

  /** Returns the derivative of {@link #penalty}. */
  double slope(double x) {
    return (x - StrictMath.log(median)) / (deviation * deviation);
  }

  /** Returns {@code x}, or the bound that it lies beyond. */
  double clamp(double x) {
    return Math.min(StrictMath.log(high), Math.max(StrictMath.log(low), x));
  }
}
