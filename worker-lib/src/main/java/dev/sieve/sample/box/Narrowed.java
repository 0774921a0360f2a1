package dev.sieve.sample.box;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.gp.Smoothed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A box around the best of what was evaluated. The best are all points whose smoothed score is as
 * good as the highest one as far as noise tells, three at least. The box spans them, and goes
 * beyond on both sides by half the mean gap between points: along one axis points lie closer
 * together than in the cube, so that their gaps there say nothing. Where a best point lies at the
 * edge of the box before, the new one goes beyond that.
 *
 * @param before the box that was searched until now
 * @param best points that the box spans, the best one first
 * @param gap half the mean gap, as a share of the width of the box before
 * @param box what they span, and the gap
 */
public record Narrowed(Box before, List<Point> best, double gap, Box box) {
  private static final int FEWEST = 3;

  public Narrowed {
    best = List.copyOf(best);
  }

  /**
   * Returns the box around the best of {@code history}.
   *
   * @param before which it narrows
   * @param history holds a score at least
   */
  public static Narrowed of(Cube cube, Box before, History history) {
    List<Point> best = best(cube, history);
    List<Point> inside = history.points().stream().filter(p -> before.contains(cube, p)).toList();
    long axes = cube.axes().stream().filter(axis -> !(axis instanceof CubeAxis.Choice)).count();
    double gap = StrictMath.pow(Math.max(1, inside.size()), -1.0 / Math.max(1, axes)) / 2;
    List<Side> sides = new ArrayList<>();
    for (int axis = 0; axis < cube.dimensions(); axis++) {
      int own = axis;
      List<Double> spanned =
          best.stream().filter(p -> cube.applies(p, own)).map(p -> p.at(own)).toList();
      Side side = before.sides().get(axis);
      sides.add(spanned.isEmpty() ? side : side(cube.axes().get(axis), side, spanned, gap));
    }
    return new Narrowed(before, best, gap, new Box(sides));
  }

  /** Returns the points of the best smoothed scores. */
  private static List<Point> best(Cube cube, History history) {
    List<Smoothed> smoothed = Smoothed.of(cube, history);
    List<Integer> ranked =
        IntStream.range(0, smoothed.size())
            .filter(i -> !Double.isNaN(smoothed.get(i).score()))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -smoothed.get(i).score()))
            .toList();
    Smoothed first = smoothed.get(ranked.get(0));
    double least = first.score() - first.deviation();
    return IntStream.range(0, ranked.size())
        .filter(rank -> rank < FEWEST || smoothed.get(ranked.get(rank)).score() >= least)
        .mapToObj(rank -> history.evaluations().get(ranked.get(rank)).point())
        .toList();
  }

  private static Side side(CubeAxis axis, Side before, List<Double> spanned, double gap) {
    if (before instanceof Side.Interval interval) {
      double beyond = gap * (interval.high() - interval.low());
      double low = Math.max(0, spanned.stream().min(Double::compare).orElseThrow() - beyond);
      double high = Math.min(1, spanned.stream().max(Double::compare).orElseThrow() + beyond);
      return axis.levels() == 0
          ? new Side.Interval(low, high)
          : new Side.Interval(
              Math.floor(low * axis.levels()) / axis.levels(),
              Math.ceil(high * axis.levels()) / axis.levels());
    }
    TreeSet<Integer> levels = new TreeSet<>();
    spanned.forEach(u -> levels.add(axis.level(u)));
    return new Side.Levels(List.copyOf(levels), axis.levels());
  }
}
