package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;

/**
 * How far apart two points are, axis by axis. Along a choice, values count as the corners of a
 * simplex, one-hot / √2, so that any two lie 1 apart; the point of what does not apply has ½ on
 * each of its L coordinates, and lies √(L/8) from every corner.
 */
record Metric(Cube cube) {

  /** Returns the number of axes. */
  int axes() {
    return cube.dimensions();
  }

  /** Returns the squared distance of {@code a} and {@code b} along axis {@code axis}. */
  double squared(Point a, Point b, int axis) {
    if (cube.axes().get(axis) instanceof CubeAxis.Choice choice) {
      return squaredOfChoice(choice, a, b, axis);
    }
    double difference = a.at(axis) - b.at(axis);
    return difference * difference;
  }

  private double squaredOfChoice(CubeAxis.Choice choice, Point a, Point b, int axis) {
    boolean applies = cube.applies(a, axis);
    if (applies != cube.applies(b, axis)) {
      return choice.levels() / 8.0;
    }
    return !applies || choice.level(a.at(axis)) == choice.level(b.at(axis)) ? 0 : 1;
  }
}
