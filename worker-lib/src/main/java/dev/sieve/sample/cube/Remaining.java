package dev.sieve.sample.cube;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What is left of a cube of few configurations, once drawing meets nothing new. */
public final class Remaining {
  private Remaining() {}

  /**
   * Adds configurations that are not in {@code used} to {@code points}, and to {@code used}, until
   * there are {@code count}, in the order of {@link Cube#configurations}. Adds none to a cube that
   * cannot be listed.
   */
  public static void fill(Cube cube, Set<Point> used, List<Point> points, int count) {
    if (points.size() >= count) {
      return;
    }
    Iterator<Point> all = cube.configurations().iterator();
    while (points.size() < count && all.hasNext()) {
      Point point = all.next();
      if (used.add(point)) {
        points.add(point);
      }
    }
  }
}
