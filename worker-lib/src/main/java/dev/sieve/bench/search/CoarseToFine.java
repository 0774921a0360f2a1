package dev.sieve.bench.search;

import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.cube.SequenceSampler;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a conf with {@code narrow} does: half of the trials over the whole cube, the others in the
 * box that the best three span, widened by a margin. Axes without an order stay whole.
 *
 * @param budget of all trials
 */
record CoarseToFine(Cube cube, long seed, int budget) implements CubeSampler {
  private static final int BEST = 3;
  private static final double MARGIN = 0.1;

  @Override
  public List<Point> next(History history, int count) {
    int coarse = budget / 2;
    if (history.size() < coarse) {
      return sobol("coarse").next(history, Math.min(count, coarse - history.size()));
    }
    List<Point> best =
        history.evaluations().stream()
            .limit(coarse)
            .filter(Evaluation::scored)
            .sorted(Comparator.comparingDouble(one -> -one.score()))
            .limit(BEST)
            .map(Evaluation::point)
            .toList();
    double[][] points =
        new SobolSampler(Streams.seed(seed, "fine"))
            .points(history.size() - coarse + count, cube.dimensions());
    return Arrays.stream(points).skip(history.size() - coarse).map(u -> inBox(u, best)).toList();
  }

  private CubeSampler sobol(String round) {
    return new SequenceSampler(cube, new SobolSampler(Streams.seed(seed, round)));
  }

  private Point inBox(double[] u, List<Point> best) {
    double[] moved = u.clone();
    for (int axis = 0; axis < moved.length; axis++) {
      int own = axis;
      List<Double> spanned =
          best.stream()
              .filter(point -> cube.applies(point, own))
              .map(point -> point.at(own))
              .toList();
      if (!spanned.isEmpty() && !(cube.axes().get(axis) instanceof CubeAxis.Choice)) {
        double low = Math.max(0, spanned.stream().min(Double::compare).get() - MARGIN);
        double high = Math.min(1, spanned.stream().max(Double::compare).get() + MARGIN);
        moved[axis] = Math.min(low + (high - low) * u[axis], Math.nextDown(1.0));
      }
    }
    return cube.snap(moved);
  }
}
