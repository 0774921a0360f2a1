package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a process expects at some points: means and variances of the function there. The variances
 * shrink as points join that will be evaluated; the means stay, since nobody knows what will come.
 */
final class Belief {
  /** Share of the variance that rounding may take from a covariance matrix. */
  private static final double ROUNDING = 1e-6;

  private final GaussianProcess process;
  private final List<Point> points;
  private final double[] means;
  private final double[] variances;

  /** U⁻ᵀK at the points, a row for each observation, points side by side. */
  private final List<double[]> rows;

  Belief(
      GaussianProcess process,
      List<Point> points,
      double[] means,
      double[] variances,
      double[][] rows) {
    this.process = process;
    this.points = points;
    this.means = means;
    this.variances = variances;
    this.rows = new ArrayList<>(Arrays.asList(rows));
  }

  double mean(int point) {
    return means[point];
  }

  double deviation(int point) {
    return Math.sqrt(Math.max(0, variances[point]));
  }

  /** Returns the largest mean; NaN of no points. */
  double highestMean() {
    return Arrays.stream(means).max().orElse(Double.NaN);
  }

  /**
   * Returns the covariances of the function at the points, of which the upper triangle is set; a
   * little is added to the variances, so that close points leave it positive definite.
   */
  double[][] covariances() {
    int n = points.size();
    double[][] covariances = new double[n][n];
    for (int i = 0; i < n; i++) {
      process.writeCovariances(points.get(i), points, covariances[i]);
      for (double[] row : rows) {
        for (int c = i; c < n; c++) {
          covariances[i][c] -= row[i] * row[c];
        }
      }
      covariances[i][i] += ROUNDING * process.parameters().signal();
    }
    return covariances;
  }

  /** Shrinks the variances as an evaluation at point {@code chosen} of these will. */
  void condition(int chosen) {
    double root =
        Math.sqrt(Math.max(0, variances[chosen]) + process.parameters().noise() + Fit.JITTER);
    double[] row = new double[points.size()];
    process.writeCovariances(points.get(chosen), points, row);
    for (double[] earlier : rows) {
      double factor = earlier[chosen];
      for (int c = 0; c < row.length; c++) {
        row[c] -= factor * earlier[c];
      }
    }
    for (int c = 0; c < row.length; c++) {
      row[c] /= root;
      variances[c] -= row[c] * row[c];
    }
    rows.add(row);
  }
}
