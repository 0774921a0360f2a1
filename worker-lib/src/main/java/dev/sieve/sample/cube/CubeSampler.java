package dev.sieve.sample.cube;

import java.util.List;

/**
 * Chooses the next points of a search from what it was told: a pure function, so that a search that
 * is continued asks for the same points again.
 */
public interface CubeSampler {

  /**
   * Returns the next points, snapped; fewer than {@code count} only where the cube holds no further
   * configuration, or where further ones depend on results that have not come. Equal arguments
   * always give equal points.
   *
   * @param history every point that was asked for, in the order of trials
   */
  List<Point> next(History history, int count);
}
