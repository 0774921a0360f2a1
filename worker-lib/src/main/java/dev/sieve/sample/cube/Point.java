package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A point of the unit cube [0, 1)^d, one coordinate for each axis that is searched. Immutable,
 * compared by its coordinates: a class of its own since a record would compare arrays by identity.
 */
public final class Point implements Serializable {
  private static final long serialVersionUID = 1;

  /** No point: of what was not drawn from a cube. */
  public static final Point NONE = new Point(new double[0]);

  private final double[] coordinates;

  private Point(double[] coordinates) {
    this.coordinates = coordinates;
  }

  /** Returns the point of {@code coordinates}, which are copied. */
  public static Point of(double... coordinates) {
    for (double u : coordinates) {
      require(0 <= u && u < 1, "a coordinate of the unit cube", "must be in [0, 1)", u);
    }
    return new Point(coordinates.clone());
  }

  /** Returns the number of axes. */
  public int dimensions() {
    return coordinates.length;
  }

  /** Returns the coordinate on axis {@code axis}. */
  public double at(int axis) {
    return coordinates[axis];
  }

  /** Returns a copy of all coordinates. */
  public double[] toArray() {
    return coordinates.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && Arrays.equals(coordinates, point.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return Arrays.toString(coordinates);
  }
}
