package dev.sieve.bench.search;

import dev.sieve.sample.GridSampler;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The grid that a budget pays for: as many levels on each axis as all can have alike, fewer where
 * an axis has fewer.
 */
record BudgetGrid(Cube cube, int budget) implements CubeSampler {

  @Override
  public List<Point> next(History history, int count) {
    GridSampler grid = new GridSampler(levels());
    Set<Point> used = history.points();
    return Arrays.stream(grid.points(grid.size(), cube.dimensions()))
        .map(cube::snap)
        .filter(used::add)
        .limit(count)
        .toList();
  }

  private List<Integer> levels() {
    List<Integer> levels = atMost(1);
    for (int most = 2; most <= budget; most++) {
      List<Integer> more = atMost(most);
      if (new GridSampler(more).size() > budget) {
        break;
      }
      levels = more;
    }
    return levels;
  }

  private List<Integer> atMost(int most) {
    return cube.axes().stream()
        .map(CubeAxis::levels)
        .map(levels -> levels == 0 ? most : Math.min(most, levels))
        .toList();
  }
}
