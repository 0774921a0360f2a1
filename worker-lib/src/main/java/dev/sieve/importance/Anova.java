package dev.sieve.importance;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import java.util.HashMap;
import java.util.Map;

/**
 * The variance of a function over the unit cube, by axes: functional analysis of variance, from its
 * values at points that fill the cube evenly.
 */
final class Anova {
  /** An axis alone is cut into so many cells, and each of two into fewer. */
  private static final int CELLS = 16;

  private static final int CELLS_OF_TWO = 8;

  private final Cube cube;
  private final double[][] points;
  private final double[] values;
  private final double mean;

  /**
   * @param points raw coordinates
   * @param values at the points
   */
  Anova(Cube cube, double[][] points, double[] values) {
    this.cube = cube;
    this.points = points;
    this.values = values;
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    this.mean = sum / values.length;
  }

  /** Returns the variance of all values. */
  double total() {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / values.length;
  }

  /** Returns the variance of the mean along {@code axis}: its main effect. */
  double of(int axis) {
    return between(axis, axis, CELLS);
  }

  /** Returns the variance over two axes that the main effects of both leave: their interaction. */
  double of(int one, int two) {
    return Math.max(
        0,
        between(one, two, CELLS_OF_TWO)
            - between(one, one, CELLS_OF_TWO)
            - between(two, two, CELLS_OF_TWO));
  }

  /** Sums over the points of one cell. */
  private static final class Cell {
    private int count;
    private double sum;
    private double squares;
  }

  /** Returns the variance of the means of cells, without what few points in each add to it. */
  private double between(int one, int two, int most) {
    Map<Integer, Cell> cells = new HashMap<>();
    for (int i = 0; i < points.length; i++) {
      int key = cell(one, points[i][one], most) * CELLS + cell(two, points[i][two], most);
      Cell cell = cells.computeIfAbsent(key, k -> new Cell());
      double value = values[i] - mean;
      cell.count++;
      cell.sum += value;
      cell.squares += value * value;
    }
    double between = 0;
    double chance = 0;
    for (int key = 0; key < CELLS * CELLS; key++) { // in this order: sums have the same bits
      Cell cell = cells.get(key);
      if (cell != null) {
        double square = cell.sum * cell.sum / cell.count;
        between += square;
        chance += cell.count < 2 ? 0 : (cell.squares - square) / (cell.count - 1);
      }
    }
    return Math.max(0, (between - chance) / points.length);
  }

  private int cell(int axis, double u, int most) {
    CubeAxis seen = cube.axes().get(axis);
    return seen.levels() > 0 && seen.levels() <= most ? seen.level(u) : (int) (u * most);
  }
}
