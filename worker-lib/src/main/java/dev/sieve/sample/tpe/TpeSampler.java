package dev.sieve.sample.tpe;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.cube.Remaining;
import dev.sieve.sample.cube.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks where good points lie denser than bad ones: draws candidates near the good, and takes the
 * one of the largest ratio of both densities. Bergstra et al., "Algorithms for Hyper-Parameter
 * Optimization", NeurIPS 2011; multivariate and weighted as in {@link Parzen} and {@link Groups}.
 * Never asks for a configuration twice.
 *
 * @param start of the search, which also has the cube and the seed of all streams
 */
public record TpeSampler(Start start) implements CubeSampler {
  private static final int STARTS = 10;
  static final int CANDIDATES = 24;

  /** Draws in vain, on cubes that are nearly used up, until what is left is taken in order. */
  private static final int DRAWS = 10 * CANDIDATES;

  /** Returns the sampler of a search of {@code cube}. */
  public static TpeSampler of(Cube cube, long seed) {
    return new TpeSampler(new Start(cube, seed, STARTS));
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
    Cube cube = start.cube();
    Groups groups = Groups.of(history);
    Parzen good = new Parzen(cube, groups.good(), groups.weights());
    Set<Point> used = history.points();
    List<Point> chosen = new ArrayList<>();
    while (chosen.size() < count) {
      RandomStream stream = Streams.of(start.seed(), "tpe", history.size() + chosen.size());
      Optional<Point> best = best(good, Parzen.uniform(cube, groups.bad()), used, stream);
      if (best.isEmpty()) {
        break;
      }
      used.add(best.get());
      chosen.add(best.get());
      groups = groups.lying(best.get());
    }
    Remaining.fill(cube, used, chosen, count);
    return chosen;
  }

  /** Returns the best of the candidates that are not {@code used}, if any is drawn. */
  private static Optional<Point> best(
      Parzen good, Parzen bad, Set<Point> used, RandomStream stream) {
    Point best = null;
    double largest = Double.NEGATIVE_INFINITY;
    int candidates = 0;
    for (int draw = 0; draw < DRAWS && candidates < CANDIDATES; draw++) {
      Point point = good.draw(stream);
      if (used.contains(point)) {
        continue;
      }
      candidates++;
      double ratio = good.logarithm(point) - bad.logarithm(point);
      if (ratio > largest) {
        best = point;
        largest = ratio;
      }
    }
    return Optional.ofNullable(best);
  }
}
