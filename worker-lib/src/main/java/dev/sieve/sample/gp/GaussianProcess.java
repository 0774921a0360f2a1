package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Point;
import java.util.Arrays;
import java.util.List;

/** A Gaussian process, conditioned on what was observed: Rasmussen and Williams, algorithm 2.1. */
final class GaussianProcess {
  private final Observations told;
  private final Parameters parameters;
  private final double[] inverseSquares;
  private final double[] factor;
  private final double[] whitened;

  GaussianProcess(Observations told, Parameters parameters) {
    this.told = told;
    this.parameters = parameters;
    this.inverseSquares = new double[told.metric().axes()];
    for (int axis = 0; axis < inverseSquares.length; axis++) {
      inverseSquares[axis] = parameters.inverseSquare(axis);
    }
    int n = told.size();
    this.factor = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        factor[i * n + j] = covariance(told.point(i), told.point(j));
      }
      factor[i * n + i] += parameters.noise() + told.noise(i) + Fit.JITTER;
    }
    Triangle.factor(factor, n);
    this.whitened = told.values();
    Triangle.solveTransposed(factor, n, whitened, 1);
  }

  /** Returns the process whose parameters fit {@code told} best. */
  static GaussianProcess fitted(Observations told) {
    return new GaussianProcess(told, new Fit(told).best());
  }

  /** Returns what it expects at {@code points}. */
  Belief at(List<Point> points) {
    int n = told.size();
    int columns = points.size();
    double[] rows = new double[n * columns];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < columns; c++) {
        rows[i * columns + c] = covariance(told.point(i), points.get(c));
      }
    }
    Triangle.solveTransposed(factor, n, rows, columns);
    double[] means = new double[columns];
    double[] variances = new double[columns];
    Arrays.fill(variances, parameters.signal());
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < columns; c++) {
        double entry = rows[i * columns + c];
        means[c] += entry * whitened[i];
        variances[c] -= entry * entry;
      }
    }
    return new Belief(this, points, means, variances, rows);
  }

  double covariance(Point a, Point b) {
    double squared = 0;
    for (int axis = 0; axis < inverseSquares.length; axis++) {
      squared += told.metric().squared(a, b, axis) * inverseSquares[axis];
    }
    return parameters.covariance(squared);
  }

  Parameters parameters() {
    return parameters;
  }

  int size() {
    return told.size();
  }
}
