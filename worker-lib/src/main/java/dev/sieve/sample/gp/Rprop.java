package dev.sieve.sample.gp;

import java.util.Arrays;

/**
 * Resilient propagation without weight-backtracking, iRprop⁻: only the signs of the derivatives
 * count. Igel and Hüsken, "Empirical Evaluation of the Improved Rprop Learning Algorithms",
 * Neurocomputing 50, 2003.
 */
final class Rprop {
  /** How often the objective is evaluated. */
  static final int ITERATIONS = 20;

  private static final double FIRST_STEP = 0.3;
  private static final double LONGER = 1.3;
  private static final double SHORTER = 0.5;
  private static final double LEAST_STEP = 0.001;
  private static final double LARGEST_STEP = 0.8;

  private Rprop() {}

  /** Returns the best of the {@link #ITERATIONS} points on the way from {@code start}. */
  static double[] minimize(Objective objective, double[] start) {
    double[] x = start.clone();
    double[] best = x.clone();
    double least = Double.POSITIVE_INFINITY;
    double[] steps = new double[x.length];
    Arrays.fill(steps, FIRST_STEP);
    double[] before = new double[x.length];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] gradient = new double[x.length];
      double value = objective.at(x, gradient);
      if (value < least) {
        least = value;
        best = x.clone();
      }
      for (int i = 0; i < x.length; i++) {
        steps[i] = step(steps[i], gradient[i] * before[i]);
        before[i] = gradient[i] * before[i] < 0 ? 0 : gradient[i];
        x[i] = objective.clamp(i, x[i] - Math.signum(before[i]) * steps[i]);
      }
    }
    return best;
  }

  /** Returns the next step, where {@code product} is that of this derivative and the last one. */
  private static double step(double step, double product) {
    if (product > 0) {
      return Math.min(LARGEST_STEP, step * LONGER);
    }
    return product < 0 ? Math.max(LEAST_STEP, step * SHORTER) : step;
  }
}
