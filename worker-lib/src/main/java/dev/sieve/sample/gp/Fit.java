package dev.sieve.sample.gp;

import java.util.Arrays;

/**
 * −ln of the posterior density of a process's parameters, but for a constant, with its derivatives.
 * The parameters are ln l of each axis, ln σ² and ln v. Rasmussen and Williams, equations 5.8 and
 * 5.9, and the priors.
 */
final class Fit implements Objective {
  /** Added to the diagonal, so that equal points leave the matrix positive definite. */
  static final double JITTER = 1e-8;

  private final Observations told;
  private final double[][] squared;
  private final int n;
  private final int axes;
  private int evaluations;

  Fit(Observations told) {
    this.told = told;
    this.squared = told.squaredDistances();
    this.n = told.size();
    this.axes = squared.length;
  }

  /** Returns the parameters at the top of the posterior density, as far as {@link Rprop} comes. */
  Parameters best() {
    double[] medians = new double[axes + 2];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = StrictMath.log(prior(i).median());
    }
    return Parameters.ofLogarithms(Rprop.minimize(this, medians));
  }

  /** Returns how often the matrix was factored: what a fit costs is n³ times this. */
  int evaluations() {
    return evaluations;
  }

  @Override
  public double clamp(int i, double x) {
    return prior(i).clamp(x);
  }

  private Prior prior(int i) {
    return i < axes ? Prior.LENGTH : i == axes ? Prior.SIGNAL : Prior.NOISE;
  }

  @Override
  public double at(double[] logarithms, double[] gradient) {
    evaluations++;
    Parameters parameters = Parameters.ofLogarithms(logarithms);
    double[] kernel = new double[n * n];
    double[] slopes = new double[n * n];
    kernel(parameters, kernel, slopes);
    double[] factor = noisy(kernel, parameters.noise());
    Triangle.factor(factor, n);
    double[] weights = weights(factor);
    double value = value(factor, weights);
    double[] inverse = Triangle.square(Triangle.inverse(factor, n), n);
    gradient(parameters, weights, inverse, kernel, slopes, gradient);
    for (int i = 0; i < gradient.length; i++) {
      value += prior(i).penalty(logarithms[i]);
      gradient[i] += prior(i).slope(logarithms[i]);
    }
    return value;
  }

  /** Writes K without noise, and σ²(5/3)(1 + s)e^(−s), both in upper triangles. */
  private void kernel(Parameters parameters, double[] kernel, double[] slopes) {
    double[] distances = new double[n * n];
    for (int axis = 0; axis < axes; axis++) {
      double factor = parameters.inverseSquare(axis);
      for (int i = 0; i < n * n; i++) {
        distances[i] += squared[axis][i] * factor;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int at = i * n + i; at < (i + 1) * n; at++) {
        double s = Matern.scaled(distances[at]);
        double exponential = StrictMath.exp(-s);
        kernel[at] = parameters.signal() * Matern.value(s, exponential);
        slopes[at] = parameters.signal() * Matern.slope(s, exponential);
      }
    }
  }

  private double[] noisy(double[] kernel, double noise) {
    double[] noisy = kernel.clone();
    for (int i = 0; i < n; i++) {
      noisy[i * n + i] += noise + told.noise(i) + JITTER;
    }
    return noisy;
  }

  /** Returns α = K⁻¹y. */
  private double[] weights(double[] factor) {
    double[] weights = told.values();
    Triangle.solveTransposed(factor, n, weights, 1);
    Triangle.solve(factor, n, weights);
    return weights;
  }

  /** Returns ½yᵀα + ½ln|K|. */
  private double value(double[] factor, double[] weights) {
    double value = 0;
    for (int i = 0; i < n; i++) {
      value += told.value(i) * weights[i] / 2 + StrictMath.log(factor[i * n + i]);
    }
    return value;
  }

  /** Writes ½tr((K⁻¹ − ααᵀ)∂K) for each parameter. */
  private void gradient(
      Parameters parameters,
      double[] weights,
      double[] inverse,
      double[] kernel,
      double[] slopes,
      double[] gradient) {
    Arrays.fill(gradient, 0);
    for (int i = 0; i < n; i++) {
      double diagonal = (inverse[i * n + i] - weights[i] * weights[i]) / 2;
      gradient[axes] += diagonal * kernel[i * n + i];
      gradient[axes + 1] += diagonal * parameters.noise();
      for (int j = i + 1; j < n; j++) {
        int at = i * n + j;
        double twice = inverse[at] - weights[i] * weights[j];
        gradient[axes] += twice * kernel[at];
        double slope = twice * slopes[at];
        for (int axis = 0; axis < axes; axis++) {
          gradient[axis] += slope * squared[axis][at];
        }
      }
    }
    for (int axis = 0; axis < axes; axis++) {
      gradient[axis] *= parameters.inverseSquare(axis);
    }
  }
}
