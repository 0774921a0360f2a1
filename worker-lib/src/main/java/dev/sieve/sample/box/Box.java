package dev.sieve.sample.box;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Point;
import java.util.List;

/**
 * A part of a cube.
 *
 * @param sides one an axis
 */
public record Box(List<Side> sides) {

  public Box {
    sides = List.copyOf(sides);
  }

  /** Returns all of {@code cube}. */
  public static Box whole(Cube cube) {
    return new Box(cube.axes().stream().map(Side::whole).toList());
  }

  /** Returns whether {@code point} of {@code cube} lies in it, as far as its axes apply. */
  boolean contains(Cube cube, Point point) {
    for (int axis = 0; axis < sides.size(); axis++) {
      if (cube.applies(point, axis) && !sides.get(axis).contains(point.at(axis))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the point, snapped, that lies in this box where {@code u} lies in the cube. */
  Point at(Cube cube, double[] u) {
    double[] moved = new double[u.length];
    for (int axis = 0; axis < u.length; axis++) {
      moved[axis] = sides.get(axis).at(u[axis]);
    }
    return cube.snap(moved);
  }
}
