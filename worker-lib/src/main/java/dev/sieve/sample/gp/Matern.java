package dev.sieve.sample.gp;

/**
 * The Matérn kernel of smoothness 5/2: σ²(1 + s + s²/3)e^(−s) with s = √5·r. Rasmussen and
 * Williams, "Gaussian Processes for Machine Learning", MIT Press, 2006, equation 4.17.
 */
final class Matern {
  private Matern() {}

  /** Returns √5·r, of r². */
  static double scaled(double squaredDistance) {
    return Math.sqrt(5 * squaredDistance);
  }

  /** Returns (1 + s + s²/3)e^(−s), given e^(−s). */
  static double value(double s, double exponential) {
    return (1 + s + s * s / 3) * exponential;
  }

  /** Returns (5/3)(1 + s)e^(−s): times Δ²/l², the derivative by ln l of an axis. */
  static double slope(double s, double exponential) {
    return 5.0 / 3 * (1 + s) * exponential;
  }
}
