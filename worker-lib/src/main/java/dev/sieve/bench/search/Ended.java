package dev.sieve.bench.search;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.gp.Smoothed;
import dev.sieve.statistics.Confirmed;
import dev.sieve.statistics.Entrant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a search came to.
 *
 * @param regret of the point that it chose: 0 at the best, 1 at the median one
 * @param optimism accuracy that it says the point has, minus the true one
 */
record Ended(double regret, double optimism) {

  /**
   * Ends, in one way, a search that has evaluated {@code history}, of which something has a score.
   */
  static Ended of(Surface surface, Yardstick unit, Ending ending, History history, long seed) {
    List<Smoothed> smoothed = Smoothed.of(surface.cube(), history);
    List<Integer> ranking =
        IntStream.range(0, history.size())
            .filter(i -> history.evaluations().get(i).scored())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -worth(ending, history, smoothed, i)))
            .toList();
    if (ending.confirmed() == 0) {
      int best = ranking.get(0);
      return of(surface, unit, point(history, best), worth(ending, history, smoothed, best));
    }
    List<Integer> chosen = ranking.subList(0, Math.min(ending.confirmed(), ranking.size()));
    List<Entrant> entrants = new ArrayList<>();
    for (int i : chosen) {
      entrants.add(entrant(surface, history, smoothed, i, 1, seed));
    }
    for (int place : confirmed(entrants).ranking().stream().limit(ending.finalists()).toList()) {
      int i = chosen.get(place);
      entrants.set(place, entrant(surface, history, smoothed, i, 1 + ending.repeats(), seed));
    }
    Confirmed confirmed = confirmed(entrants);
    int winner = confirmed.ranking().get(0);
    return of(surface, unit, point(history, chosen.get(winner)), confirmed.mean(winner));
  }

  private static Confirmed confirmed(List<Entrant> entrants) {
    return new Confirmed(entrants, Surface.IMAGES);
  }

  private static Ended of(Surface surface, Yardstick unit, Point chosen, double said) {
    return new Ended(unit.regret(surface, chosen), said - surface.mean(chosen));
  }

  private static double worth(Ending ending, History history, List<Smoothed> smoothed, int i) {
    return ending.smoothed() ? smoothed.get(i).score() : history.evaluations().get(i).score();
  }

  private static Point point(History history, int i) {
    return history.evaluations().get(i).point();
  }

  private static Entrant entrant(
      Surface surface, History history, List<Smoothed> smoothed, int i, int repeats, long seed) {
    List<Double> accuracies = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      RandomStream noise = Streams.of(seed, "fresh", i, repeat);
      Outcome outcome = surface.evaluate(point(history, i), noise);
      accuracies.add(new Evaluation(point(history, i), outcome).score());
    }
    return new Entrant(smoothed.get(i).score(), smoothed.get(i).deviation(), accuracies);
  }
}
