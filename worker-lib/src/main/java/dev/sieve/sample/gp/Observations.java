package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Point;
import java.util.List;

/**
 * What a process is fitted to: n points with their values. Those of another search are off by an
 * amount that is normal, and the same for all of them.
 */
final class Observations {
  /** Variance of the offset of another search, in units of the standardized scores. */
  private static final double OFFSET = 1;

  private final Metric metric;
  private final List<Point> points;
  private final double[] values;
  private final double[] noise;
  private final int[] sources;

  /**
   * @param values at the points, standardized
   * @param noise known part of the variance of each value's noise
   */
  Observations(Metric metric, List<Point> points, double[] values, double[] noise) {
    this(metric, points, values, noise, new int[values.length]);
  }

  /**
   * As the other constructor.
   *
   * @param sources which search each value is of: 0 for the one that the process is for, whose
   *     values have no offset; those of each other number share one
   */
  Observations(Metric metric, List<Point> points, double[] values, double[] noise, int[] sources) {
    this.metric = metric;
    this.points = List.copyOf(points);
    this.values = values.clone();
    this.noise = noise.clone();
    this.sources = sources.clone();
  }

  /** Returns n. */
  int size() {
    return points.size();
  }

  Metric metric() {
    return metric;
  }

  List<Point> points() {
    return points;
  }

  Point point(int i) {
    return points.get(i);
  }

  double value(int i) {
    return values[i];
  }

  /** Returns a copy of the values. */
  double[] values() {
    return values.clone();
  }

  double noise(int i) {
    return noise[i];
  }

  /** Adds to row {@code i} of the covariances of the n values what offsets contribute. */
  void addOffsets(int i, double[] row) {
    if (sources[i] != 0) {
      for (int j = 0; j < row.length; j++) {
        row[j] += sources[i] == sources[j] ? OFFSET : 0;
      }
    }
  }

  /** Returns the squared distances along each axis of all pairs, n × n; upper triangles are set. */
  double[][][] squaredDistances() {
    int n = size();
    double[][][] squared = new double[metric.axes()][n][n];
    for (int axis = 0; axis < squared.length; axis++) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          squared[axis][i][j] = metric.squared(points.get(i), points.get(j), axis);
        }
      }
    }
    return squared;
  }
}
