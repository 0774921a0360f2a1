package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Point;
import java.util.Arrays;
import java.util.List;

/** A Gaussian process, conditioned on what was observed: Rasmussen and Williams, algorithm 2.1. */
final class GaussianProcess {
  private final Observations told;
  private final Parameters parameters;
  private final double[] inverseSquares;
  private final double[][] factor;
  private final double[] whitened;

  GaussianProcess(Observations told, Parameters parameters) {
    this.told = told;
    this.parameters = parameters;
    this.inverseSquares = parameters.inverseSquares();
    int n = told.size();
    this.factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      writeCovariances(told.point(i), told.points(), factor[i]);
      told.addOffsets(i, factor[i]);
      factor[i][i] += parameters.noise() + told.noise(i) + Fit.JITTER;
    }
    Triangle.factor(factor);
    this.whitened = told.values();
    Triangle.solveTransposed(factor, whitened);
  }

  /** Returns the process whose parameters fit {@code told} best. */
  static GaussianProcess fitted(Observations told) {
    return new GaussianProcess(told, new Fit(told).best());
  }

  /** Returns what it expects at {@code points}. */
  Belief at(List<Point> points) {
    int n = told.size();
    int columns = points.size();
    double[][] rows = new double[n][columns];
    for (int i = 0; i < n; i++) {
      writeCovariances(told.point(i), points, rows[i]);
    }
    Triangle.solveTransposed(factor, rows);
    double[] means = new double[columns];
    double[] variances = new double[columns];
    Arrays.fill(variances, parameters.signal());
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < columns; c++) {
        double entry = rows[i][c];
        means[c] += entry * whitened[i];
        variances[c] -= entry * entry;
      }
    }
    return new Belief(this, points, means, variances, rows);
  }

  /** Returns the mean alone at {@code points}: n of them cost as much as one with a variance. */
  double[] means(List<Point> points) {
    double[] weights = whitened.clone();
    Triangle.solve(factor, weights);
    double[] means = new double[points.size()];
    double[] covariances = new double[points.size()];
    for (int i = 0; i < weights.length; i++) {
      writeCovariances(told.point(i), points, covariances);
      for (int c = 0; c < means.length; c++) {
        means[c] += weights[i] * covariances[c];
      }
    }
    return means;
  }

  /** Writes the covariances of the function at {@code point} with those at {@code others}. */
  void writeCovariances(Point point, List<Point> others, double[] covariances) {
    Matern.Row row = new Matern.Row(covariances.length);
    double[] squared = new double[covariances.length];
    for (int axis = 0; axis < inverseSquares.length; axis++) {
      told.metric().writeSquared(point, others, axis, squared);
      row.add(squared, inverseSquares[axis]);
    }
    row.writeValues(parameters.signal(), covariances);
  }

  Parameters parameters() {
    return parameters;
  }

  int size() {
    return told.size();
  }
}
