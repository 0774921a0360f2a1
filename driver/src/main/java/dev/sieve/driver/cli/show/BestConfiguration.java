package dev.sieve.driver.cli.show;

import dev.sieve.space.Candidate;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Standing;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The best configuration so far of those whose repeats have all ended. */
final class BestConfiguration {
  private final Map<Configuration, Repeats> configurations = new HashMap<>();
  private final Metric metric;
  private Repeats best;

  /** What repeats have in common. */
  private record Configuration(String stage, Candidate candidate) {
    static Configuration of(Trial trial) {
      return new Configuration(trial.stage(), trial.candidate());
    }
  }

  /** The repeats of one configuration, which has a standing once all have ended. */
  private static final class Repeats {
    private final Trial first;
    private final int order;
    private final List<Double> worths = new ArrayList<>();
    private int planned;
    private Standing standing;

    Repeats(Trial first, int order) {
      this.first = first;
      this.order = order;
    }

    /** Returns whether all have ended, and one of them completed. */
    boolean add(double worth) {
      worths.add(worth);
      if (worths.size() < planned) {
        return false;
      }
      standing = Standing.of(worths.stream().mapToDouble(Double::doubleValue).toArray());
      return !Double.isNaN(standing.mean());
    }

    boolean isBetterThan(Repeats other) {
      int place = Standing.BEST_FIRST.compare(standing, other.standing);
      return place < 0 || (place == 0 && order < other.order);
    }
  }

  /**
   * @param metric what the search maximizes
   */
  BestConfiguration(Metric metric) {
    this.metric = metric;
  }

  /** {@code trials} will end, besides those that were planned before. */
  void plan(List<Trial> trials) {
    for (Trial trial : trials) {
      int order = configurations.size();
      configurations.computeIfAbsent(Configuration.of(trial), c -> new Repeats(trial, order))
          .planned++;
    }
  }

  void add(TrialResult result) {
    Repeats repeats = configurations.get(Configuration.of(result.trial()));
    if (repeats.add(metric.worthSoFar(result)) && (best == null || repeats.isBetterThan(best))) {
      best = repeats;
    }
  }

  /** Returns its first trial; nothing before any has ended. */
  Optional<Trial> trial() {
    return Optional.ofNullable(best).map(repeats -> repeats.first);
  }

  /** Returns what it is worth: the mean of its repeats; there is one. */
  double worth() {
    return best.standing.mean();
  }
}
