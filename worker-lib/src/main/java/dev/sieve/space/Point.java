package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A point of the unit cube: where in a search space a candidate lies. Immutable, with the equality
 * of its coordinates; a class of its own since a record would compare arrays by identity.
 */
public final class Point implements Serializable {
  private static final long serialVersionUID = 1;

  /** No point: of what was not drawn from a space. */
  public static final Point NONE = new Point(new double[0]);

  private final double[] coordinates;

  private Point(double[] coordinates) {
    this.coordinates = coordinates;
  }

  /** Returns the point with these coordinates, each in [0, 1), which are copied. */
  public static Point of(double[] coordinates) {
    return new Point(requireNonNull(coordinates, "coordinates are null").clone());
  }

  /** Returns a copy of the coordinates, in the order of the space's axes. */
  public double[] coordinates() {
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
