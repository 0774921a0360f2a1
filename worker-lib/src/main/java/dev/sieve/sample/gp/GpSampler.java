package dev.sieve.sample.gp;

import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.cube.Remaining;
import dev.sieve.sample.cube.Start;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks where a Gaussian process hopes for most: the largest upper confidence bound μ + κ·sd, again
 * and again for a batch, with the variance shrunk by the points that were chosen before. Srinivas
 * et al., "Gaussian Process Optimization in the Bandit Setting", ICML 2010; batches as in
 * Desautels, Krause and Burdick, "Parallelizing Exploration-Exploitation Tradeoffs in Gaussian
 * Process Bandit Optimization", JMLR 15, 2014. Starts with scrambled Sobol points.
 *
 * <p>κ differs from trial to trial, so that some refine the best point and others look elsewhere:
 * Hutter, Hoos and Leyton-Brown, "Parallel Algorithm Configuration", LION 2012, draw it at random.
 * Here it runs evenly over [0, 4]. After 60 evaluations in batches of 8, the mean regret is 0.029
 * on continuous surfaces and 0.010 on lists and conditions, ± 0.001; with κ = 1.5 throughout, 0.032
 * and 0.014.
 *
 * @param start of the search, which also has the cube and the seed of all streams
 */
public record GpSampler(Start start) implements CubeSampler {
  /** Searches of fewer trials start with fewer points. */
  private static final int SMALL_BUDGET = 40;

  private static final double LARGEST_KAPPA = 4;

  /** Multiples of it, without their whole parts, are spread evenly however many they are. */
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private static final int PARENTS = 5;

  /** Returns the sampler of a search of {@code budget} trials. */
  public static GpSampler ofBudget(Cube cube, long seed, int budget) {
    return new GpSampler(new Start(cube, seed, budget < SMALL_BUDGET ? 8 : 16));
  }

  @Override
  public List<Point> next(History history, int count) {
    List<Point> next = new ArrayList<>(start.next(history, count));
    if (next.size() < count && history.scores() > 0) {
      next.addAll(learned(history.asking(next), count - next.size()));
    }
    return List.copyOf(next);
  }

  private List<Point> learned(History history, int count) {
    GaussianProcess process = Model.of(start.cube(), history).process();
    Set<Point> used = history.points();
    Candidates candidates =
        new Candidates(start.cube(), Streams.of(start.seed(), "candidates", history.size()));
    List<Point> open = candidates.draw(parents(process, history), used);
    List<Point> chosen = choose(process, history, open, count);
    used.addAll(chosen);
    Remaining.fill(start.cube(), used, chosen, count);
    return chosen;
  }

  /** Returns the scored points of the best posterior means, those of other searches among them. */
  private static List<Point> parents(GaussianProcess process, History history) {
    List<Point> scored =
        Stream.concat(
                history.evaluations().stream(), history.learned().stream().flatMap(List::stream))
            .filter(Evaluation::scored)
            .map(Evaluation::point)
            .distinct()
            .toList();
    Belief belief = process.at(scored);
    return IntStream.range(0, scored.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -belief.mean(i)))
        .limit(PARENTS)
        .map(scored::get)
        .toList();
  }

  private static List<Point> choose(
      GaussianProcess process, History history, List<Point> open, int count) {
    List<Point> pending = history.pending();
    List<Point> all = new ArrayList<>(pending);
    all.addAll(open);
    Belief belief = process.at(all);
    IntStream.range(0, pending.size()).forEach(belief::condition);
    Set<Integer> chosen = new HashSet<>();
    List<Point> points = new ArrayList<>();
    while (points.size() < Math.min(count, open.size())) {
      double kappa = kappa(history.size() + points.size());
      int best = -1;
      double bound = Double.NEGATIVE_INFINITY;
      for (int i = pending.size(); i < all.size(); i++) {
        double own = belief.mean(i) + kappa * belief.deviation(i);
        if (own > bound && !chosen.contains(i)) {
          best = i;
          bound = own;
        }
      }
      chosen.add(best);
      points.add(all.get(best));
      belief.condition(best);
    }
    return points;
  }

  private static double kappa(int trial) {
    return LARGEST_KAPPA * (trial * GOLDEN_RATIO % 1);
  }
}
