package dev.sieve.bench.search;

import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Point;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The unit of regret on a surface.
 *
 * @param best accuracy without noise that any point has
 * @param median of the accuracies of points drawn uniformly, diverged ones lowest
 */
record Yardstick(double best, double median) {
  private static final int DRAWN = 1 << 13;
  private static final int CLIMBS = 20;
  private static final double FIRST_STEP = 0.1;
  private static final double LAST_STEP = 1e-5;

  /**
   * Measures {@code surface}: by every configuration, or by climbing from the best of many points.
   */
  static Yardstick of(Surface surface) {
    Cube cube = surface.cube();
    List<Point> drawn =
        Arrays.stream(new SobolSampler(0).points(DRAWN, cube.dimensions()))
            .map(cube::snap)
            .sorted(Comparator.comparingDouble(point -> -surface.mean(point)))
            .toList();
    double median = surface.mean(drawn.get(DRAWN / 2));
    double best =
        drawn.stream().limit(CLIMBS).mapToDouble(point -> top(surface, point)).max().orElseThrow();
    return new Yardstick(best, median);
  }

  /** Returns the regret of {@code point}: 0 at the best, 1 at the median one. */
  double regret(Surface surface, Point point) {
    return (best - surface.mean(point)) / (best - median);
  }

  /**
   * Returns the top that is reached from {@code start} along the axes, by shorter and shorter
   * steps.
   */
  private static double top(Surface surface, Point start) {
    Point at = start;
    for (double step = FIRST_STEP; step > LAST_STEP; step /= 2) {
      for (Point next = better(surface, at, step);
          !next.equals(at);
          next = better(surface, at, step)) {
        at = next;
      }
    }
    return surface.mean(at);
  }

  private static Point better(Surface surface, Point at, double step) {
    for (int direction = 0; direction < 2 * at.dimensions(); direction++) {
      double[] moved = at.toArray();
      moved[direction / 2] += direction % 2 == 0 ? step : -step;
      if (0 <= moved[direction / 2] && moved[direction / 2] < 1) {
        Point next = surface.cube().snap(moved);
        if (surface.mean(next) > surface.mean(at)) {
          return next;
        }
      }
    }
    return at;
  }
}
