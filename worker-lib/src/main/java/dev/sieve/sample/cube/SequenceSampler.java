package dev.sieve.sample.cube;

import dev.sieve.sample.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the points of a {@link Sampler} in turn, leaving out configurations that were asked for.
 *
 * @param sampler which has points without end
 */
public record SequenceSampler(Cube cube, Sampler sampler) implements CubeSampler {
  /** A sequence that meets nothing but used configurations for so long is given up. */
  private static final int PATIENCE = 64;

  @Override
  public List<Point> next(History history, int count) {
    Set<Point> used = history.points();
    List<Point> next = new ArrayList<>();
    int wanted = history.size() + count;
    int tried = 0;
    for (int drawn = wanted; next.size() < count && drawn <= PATIENCE * wanted; drawn *= 2) {
      double[][] points = sampler.points(drawn, cube.dimensions());
      for (; tried < drawn && next.size() < count; tried++) {
        Point point = cube.snap(points[tried]);
        if (used.add(point)) {
          next.add(point);
        }
      }
    }
    Remaining.fill(cube, used, next, count);
    return List.copyOf(next);
  }
}
