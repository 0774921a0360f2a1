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
  private final double[][][] squared;
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
    double[][] kernel = new double[n][n];
    double[][] slopes = new double[n][n];
    kernel(parameters, kernel, slopes);
    double[][] factor = noisy(kernel, parameters.noise());
    Triangle.factor(factor);
    double[] weights = weights(factor);
    double value = value(factor, weights);
    double[][] inverse = Triangle.square(Triangle.inverse(factor));
    gradient(parameters, weights, inverse, kernel, slopes, gradient);
    for (int i = 0; i < gradient.length; i++) {
      value += prior(i).penalty(logarithms[i]);
      gradient[i] += prior(i).slope(logarithms[i]);
    }
    return value;
  }

  /** Writes K without noise, and σ²(5/3)(1 + s)e^(−s), both in upper triangles. */
  private void kernel(Parameters parameters, double[][] kernel, double[][] slopes) {
    double[] inverseSquares = parameters.inverseSquares();
    double signal = parameters.signal();
    Matern.Row row = new Matern.Row(n);
    for (int i = 0; i < n; i++) {
      row.clear();
      for (int axis = 0; axis < axes; axis++) {
        row.add(squared[axis][i], inverseSquares[axis]);
      }
      row.writeValues(signal, kernel[i]);
      row.writeSlopes(signal, slopes[i]);
    }
  }

  private double[][] noisy(double[][] kernel, double noise) {
    double[][] noisy = new double[n][];
    for (int i = 0; i < n; i++) {
      noisy[i] = kernel[i].clone();
      told.addOffsets(i, noisy[i]);
      noisy[i][i] += noise + told.noise(i) + JITTER;
    }
    return noisy;
  }

  /** Returns α = K⁻¹y. */
  private double[] weights(double[][] factor) {
    double[] weights = told.values();
    Triangle.solveTransposed(factor, weights);
    Triangle.solve(factor, weights);
    return weights;
  }

  /** Returns ½yᵀα + ½ln|K|. */
  private double value(double[][] factor, double[] weights) {
    double value = 0;
    for (int i = 0; i < n; i++) {
      value += told.value(i) * weights[i] / 2 + StrictMath.log(factor[i][i]);
    }
    return value;
  }

  /** Writes ½tr((K⁻¹ − ααᵀ)∂K) for each parameter. */
  private void gradient(
      Parameters parameters,
      double[] weights,
      double[][] inverse,
      double[][] kernel,
      double[][] slopes,
      double[] gradient) {
    Arrays.fill(gradient, 0);
    double[] twice = new double[n];
    for (int i = 0; i < n; i++) {
      double diagonal = (inverse[i][i] - weights[i] * weights[i]) / 2;
      gradient[axes] += diagonal * kernel[i][i];
      gradient[axes + 1] += diagonal * parameters.noise();
      for (int j = i + 1; j < n; j++) {
        twice[j] = inverse[i][j] - weights[i] * weights[j];
      }
      gradient[axes] += product(twice, kernel[i], i + 1);
      for (int j = i + 1; j < n; j++) {
        twice[j] *= slopes[i][j];
      }
      for (int axis = 0; axis < axes; axis++) {
        gradient[axis] += product(twice, squared[axis][i], i + 1);
      }
    }
    double[] inverseSquares = parameters.inverseSquares();
    for (int axis = 0; axis < axes; axis++) {
      gradient[axis] *= inverseSquares[axis];
    }
  }

  /**
   * Returns the scalar product of two rows from column {@code from} on, in four interleaved sums,
   * since a processor takes several steps for an addition.
   */
  private static double product(double[] x, double[] y, int from) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = from;
    for (; j + 4 <= x.length; j += 4) {
      a += x[j] * y[j];
      b += x[j + 1] * y[j + 1];
      c += x[j + 2] * y[j + 2];
      d += x[j + 3] * y[j + 3];
    }
    for (; j < x.length; j++) {
      a += x[j] * y[j];
    }
    return a + b + (c + d);
  }
}
