package dev.sieve.sample;

import java.util.Arrays;

/** Statistics of points of the unit cube that tell uniform and independent ones from others. */
public final class Uniformity {
  private Uniformity() {}

  /** Returns the largest Kolmogorov–Smirnov distance of an axis from the uniform distribution. */
  public static double axisDistance(double[][] points) {
    double largest = 0;
    for (int axis = 0; axis < points[0].length; axis++) {
      int own = axis;
      double[] sorted = Arrays.stream(points).mapToDouble(p -> p[own]).sorted().toArray();
      for (int i = 0; i < sorted.length; i++) {
        largest = Math.max(largest, sorted[i] - (double) i / sorted.length);
        largest = Math.max(largest, (i + 1.0) / sorted.length - sorted[i]);
      }
    }
    return largest;
  }

  /**
   * Returns the largest deviation, among pairs of axes, of the share of points in a cell from 1/16:
   * the square of each pair is cut into 4 × 4 cells.
   */
  public static double pairDeviation(double[][] points) {
    double largest = 0;
    for (int a = 0; a < points[0].length; a++) {
      for (int b = 0; b < a; b++) {
        double[] shares = new double[16];
        for (double[] point : points) {
          shares[4 * (int) (4 * point[a]) + (int) (4 * point[b])] += 1.0 / points.length;
        }
        for (double share : shares) {
          largest = Math.max(largest, Math.abs(share - 1.0 / 16));
        }
      }
    }
    return largest;
  }

  /**
   * Returns the centred L2 discrepancy: Hickernell, "A Generalized Discrepancy and Quadrature Error
   * Bound", Mathematics of Computation 67, 1998.
   */
  public static double discrepancy(double[][] points) {
    int n = points.length;
    int d = points[0].length;
    double single = 0;
    double pairs = 0;
    for (double[] x : points) {
      double product = 1;
      for (double u : x) {
        double z = Math.abs(u - 0.5);
        product *= 1 + z / 2 - z * z / 2;
      }
      single += product;
      for (double[] y : points) {
        double pair = 1;
        for (int k = 0; k < d; k++) {
          pair *=
              1 + Math.abs(x[k] - 0.5) / 2 + Math.abs(y[k] - 0.5) / 2 - Math.abs(x[k] - y[k]) / 2;
        }
        pairs += pair;
      }
    }
    return Math.sqrt(Math.pow(13.0 / 12, d) - 2 * single / n + pairs / n / n);
  }
}
