package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import java.util.List;

/**
 * How far apart two points are, axis by axis. Along a choice, values count as the corners of a
 * simplex, one-hot / √2, so that any two lie 1 apart; the point of what does not apply has ½ on
 * each of its L coordinates, and lies √(L/8) from every corner.
 */
final class Metric {
  private final Cube cube;

  /** Whether an axis is a choice, looked up for each of millions of pairs. */
  private final boolean[] choices;

  Metric(Cube cube) {
    this.cube = cube;
    this.choices = new boolean[cube.dimensions()];
    for (int axis = 0; axis < choices.length; axis++) {
      choices[axis] = cube.axes().get(axis) instanceof CubeAxis.Choice;
    }
  }

  /** Returns the number of axes. */
  int axes() {
    return choices.length;
  }

  /** Returns the squared distance of {@code a} and {@code b} along axis {@code axis}. */
  double squared(Point a, Point b, int axis) {
    if (choices[axis]) {
      return squaredOfChoice(cube.axes().get(axis), a, b, axis);
    }
    double difference = a.at(axis) - b.at(axis);
    return difference * difference;
  }

  /** Writes the squared distances of {@code point} and each of {@code others} along an axis. */
  void writeSquared(Point point, List<Point> others, int axis, double[] squared) {
    for (int j = 0; j < squared.length; j++) {
      squared[j] = squared(point, others.get(j), axis);
    }
  }

  private double squaredOfChoice(CubeAxis choice, Point a, Point b, int axis) {
    boolean applies = cube.applies(a, axis);
    if (applies != cube.applies(b, axis)) {
      return choice.levels() / 8.0;
    }
    return !applies || choice.level(a.at(axis)) == choice.level(b.at(axis)) ? 0 : 1;
  }
}
