package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The unit cube, axis by axis. Two points mean the same configuration where {@link #snap} makes
 * them equal: levels are at their middle, and what does not apply is ½.
 *
 * @param axes in the order of a point's coordinates
 */
public record Cube(List<CubeAxis> axes) {
  /** Coordinate of an axis that does not apply. */
  public static final double NOT_APPLYING = 0.5;

  /** Cubes of more configurations are never listed whole. */
  private static final int LISTED = 1 << 16;

  public Cube {
    axes = List.copyOf(axes);
    require(!axes.isEmpty(), "the axes of a cube", "must not be empty", axes);
    for (int axis = 0; axis < axes.size(); axis++) {
      checkCondition(axes, axis);
    }
  }

  private static void checkCondition(List<CubeAxis> axes, int axis) {
    int at = axis;
    for (int steps = 0; axes.get(at).condition().isPresent(); steps++) {
      require(
          steps < axes.size(), "the condition of axis " + axis, "must not lead in a circle", at);
      Condition condition = axes.get(at).condition().get();
      require(
          condition.axis() < axes.size(),
          "the axis of a condition",
          "must be < " + axes.size(),
          condition.axis());
      int levels = axes.get(condition.axis()).levels();
      require(
          condition.levels().stream().allMatch(level -> 0 <= level && level < levels),
          "the levels of the condition of axis " + at,
          "must be levels of axis " + condition.axis() + ", which has " + levels,
          condition.levels());
      at = condition.axis();
    }
  }

  /** Returns the number of axes. */
  public int dimensions() {
    return axes.size();
  }

  /** Returns whether axis {@code axis} applies at {@code point}. */
  public boolean applies(Point point, int axis) {
    return axes.get(axis)
        .condition()
        .map(
            condition ->
                applies(point, condition.axis())
                    && condition
                        .levels()
                        .contains(axes.get(condition.axis()).level(point.at(condition.axis()))))
        .orElse(true);
  }

  /** Returns the point that stands for all of the same configuration as {@code coordinates}. */
  public Point snap(double[] coordinates) {
    require(
        coordinates.length == axes.size(),
        "a point of this cube",
        "must have " + axes.size() + " coordinates",
        coordinates.length);
    Point raw = Point.of(coordinates);
    double[] snapped = new double[axes.size()];
    for (int axis = 0; axis < snapped.length; axis++) {
      snapped[axis] = applies(raw, axis) ? axes.get(axis).snap(raw.at(axis)) : NOT_APPLYING;
    }
    return Point.of(snapped);
  }

  /**
   * Returns the product of all axes' levels, as a grid has points; empty where an axis is
   * continuous or the product is large.
   */
  public OptionalInt cells() {
    long cells = 1;
    for (CubeAxis axis : axes) {
      cells *= axis.levels();
      if (cells == 0 || cells > LISTED) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of((int) cells);
  }

  /** Returns each configuration once, the last axis fastest; none where {@link #cells} is empty. */
  public Set<Point> configurations() {
    Set<Point> all = new LinkedHashSet<>();
    int cells = cells().orElse(0);
    double[] coordinates = new double[axes.size()];
    for (int cell = 0; cell < cells; cell++) {
      int rest = cell;
      for (int axis = axes.size() - 1; axis >= 0; axis--) {
        int levels = axes.get(axis).levels();
        coordinates[axis] = axes.get(axis).middle(rest % levels);
        rest /= levels;
      }
      all.add(snap(coordinates));
    }
    return all;
  }
}
