package dev.sieve.sample.gp;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The points that a batch is chosen from: uniform ones, and ones near the best so far. */
final class Candidates {
  static final int UNIFORM = 500;
  static final int LOCAL = 300;
  private static final double LEAST_DEVIATION = 0.02;
  private static final double LARGEST_DEVIATION = 0.3;

  private final Cube cube;
  private final RandomStream stream;

  Candidates(Cube cube, RandomStream stream) {
    this.cube = cube;
    this.stream = stream;
  }

  /**
   * Returns distinct candidates, none of them {@code used}: every configuration that is left, where
   * the cube holds so few.
   *
   * @param parents of the local ones; may be empty
   */
  List<Point> draw(List<Point> parents, Set<Point> used) {
    if (cube.cells().orElse(Integer.MAX_VALUE) <= UNIFORM + LOCAL) {
      return cube.configurations().stream().filter(point -> !used.contains(point)).toList();
    }
    List<Point> candidates = new ArrayList<>();
    Set<Point> taken = new HashSet<>(used);
    for (int i = 0; i < UNIFORM; i++) {
      add(uniform(), taken, candidates);
    }
    for (int i = 0; i < LOCAL && !parents.isEmpty(); i++) {
      add(near(parents.get(stream.nextInt(parents.size()))), taken, candidates);
    }
    return candidates;
  }

  private static void add(Point point, Set<Point> taken, List<Point> candidates) {
    if (taken.add(point)) {
      candidates.add(point);
    }
  }

  private Point uniform() {
    double[] coordinates = new double[cube.dimensions()];
    for (int axis = 0; axis < coordinates.length; axis++) {
      coordinates[axis] = stream.nextDouble();
    }
    return cube.snap(coordinates);
  }

  /** Returns {@code parent} with each coordinate moved with probability ½, and at least one. */
  private Point near(Point parent) {
    double[] coordinates = parent.toArray();
    double ratio = StrictMath.log(LARGEST_DEVIATION / LEAST_DEVIATION);
    double deviation = LEAST_DEVIATION * StrictMath.exp(ratio * stream.nextDouble());
    int always = stream.nextInt(coordinates.length);
    for (int axis = 0; axis < coordinates.length; axis++) {
      boolean moves = stream.nextDouble() < 0.5;
      if (moves || axis == always) {
        coordinates[axis] = moved(axis, coordinates[axis], deviation);
      }
    }
    return cube.snap(coordinates);
  }

  /** A choice has no neighbours, so that it is drawn anew. */
  private double moved(int axis, double u, double deviation) {
    return cube.axes().get(axis) instanceof CubeAxis.Choice
        ? stream.nextDouble()
        : reflected(u + deviation * stream.nextGaussian());
  }

  /** Returns where {@code u} comes to lie in [0, 1) if the borders are mirrors. */
  static double reflected(double u) {
    double period = u - 2 * Math.floor(u / 2);
    return Math.min(period < 1 ? period : 2 - period, Math.nextDown(1.0));
  }
}
