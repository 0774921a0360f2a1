package dev.sieve.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of the distributions that intervals are made of. */
final class Quantiles {
  /** With more degrees of freedom, the digits that anybody reads are the normal ones. */
  private static final double MANY = 1e6;

  private Quantiles() {}

  /**
   * Returns what Student's t exceeds in absolute value with probability {@code error}.
   *
   * @param degrees of freedom, above 0, not necessarily whole; infinite for the normal distribution
   */
  static double beyond(double error, double degrees) {
    double upper = 1 - error / 2;
    return degrees > MANY
        ? new NormalDistribution().inverseCumulativeProbability(upper)
        : new TDistribution(degrees).inverseCumulativeProbability(upper);
  }
}
