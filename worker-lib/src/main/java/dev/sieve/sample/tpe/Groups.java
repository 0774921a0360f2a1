package dev.sieve.sample.tpe;

import dev.sieve.sample.cube.Aligned;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was evaluated, in two groups; what other searches found is in them, too.
 *
 * @param good best ⌈.15·n⌉ of n results, at most 25
 * @param weights of the good: by how much each is better than the best of the others
 * @param bad the others, those that failed, and those whose results have not come: the constant
 *     liar takes these for the worst, so that a batch spreads
 */
record Groups(List<Point> good, List<Double> weights, List<Point> bad) {
  private static final double SHARE = 0.15;
  private static final int MOST = 25;
  private static final double LEAST_WEIGHT = 1e-12;

  Groups {
    good = List.copyOf(good);
    weights = List.copyOf(weights);
    bad = List.copyOf(bad);
  }

  /** Returns those of {@code history}, which holds a score at least. */
  static Groups of(History history) {
    List<Evaluation> told = new ArrayList<>(history.told());
    Aligned.learned(history).forEach(told::addAll);
    int results = told.size();
    told.sort(
        Comparator.comparing((Evaluation one) -> !one.scored()).thenComparing(one -> -one.score()));
    int good = Math.min(history.scores(), Math.min(MOST, (int) StrictMath.ceil(SHARE * results)));
    double reference =
        good < history.scores() ? told.get(good).score() : told.get(good - 1).score();
    List<Point> bad = new ArrayList<>();
    told.subList(good, results).forEach(one -> bad.add(one.point()));
    bad.addAll(history.pending());
    List<Evaluation> best = told.subList(0, good);
    return new Groups(
        best.stream().map(Evaluation::point).toList(),
        best.stream().map(one -> Math.max(LEAST_WEIGHT, one.score() - reference)).toList(),
        bad);
  }

  /** Returns these groups, with {@code point} among the bad. */
  Groups lying(Point point) {
    List<Point> more = new ArrayList<>(bad);
    more.add(point);
    return new Groups(good, weights, more);
  }
}
