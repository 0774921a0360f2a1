package dev.sieve.sample;

import static dev.sieve.Checks.check;

import java.util.List;

/**
 * The full grid, the last axis fastest. A point lies in the middle of its cell, so that a domain of
 * {@code levels} values takes each of them.
 *
 * @param levels cells along each axis
 */
public record GridSampler(List<Integer> levels) implements Sampler {

  public GridSampler {
    levels = List.copyOf(levels);
    check(levels.stream().allMatch(n -> n >= 1), "levels must all be >= 1, but were %s", levels);
  }

  /** Returns the number of points of the grid. */
  public int size() {
    return levels.stream().reduce(1, Math::multiplyExact);
  }

  @Override
  public double[][] points(int count, int dimensions) {
    check(
        dimensions == levels.size(),
        "a grid of %d axes has no points of %d",
        levels.size(),
        dimensions);
    check(count <= size(), "a grid of %d points has no %d points", size(), count);
    double[][] points = new double[count][dimensions];
    for (int i = 0; i < count; i++) {
      int rest = i;
      for (int axis = dimensions - 1; axis >= 0; axis--) {
        int cells = levels.get(axis);
        points[i][axis] = (rest % cells + 0.5) / cells;
        rest /= cells;
      }
    }
    return points;
  }
}
