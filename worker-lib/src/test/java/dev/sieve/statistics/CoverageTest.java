package dev.sieve.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * Simulated searches, whose true accuracies are known: thirty configurations are trained once, the
 * best eight confirmed, and the winner trained five times more for the test images.
 *
 * <p>A network classifies an image right if the configuration's skill, the seed's luck, the image's
 * ease, which all networks share, and the chance of the two meeting add up to something positive.
 */
class CoverageTest {
  private static final int SEARCHES = 500;
  private static final int CONFIGURATIONS = 30;
  private static final int VALIDATION = 500;
  private static final int TEST = 1000;
  private static final double EASE = 1.5; // two networks agree on four images of five
  private static final double LUCK = 0.03; // accuracies differ by half a point

  /** One search. */
  private static final class Simulated {
    private final long seed;
    private final double[] skills = new double[CONFIGURATIONS];
    private final double[] validation;
    private final double[] test;
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<Integer> ids;

    Simulated(long seed) {
      this.seed = seed;
      RandomStream random = Streams.of(seed, "skill");
      for (int i = 0; i < CONFIGURATIONS; i++) {
        skills[i] = 0.15 + 0.08 * random.nextGaussian();
      }
      this.validation = images("validation", VALIDATION);
      this.test = images("test", TEST);
      double[] first =
          IntStream.range(0, CONFIGURATIONS).mapToDouble(i -> accuracy(i, 0, validation)).toArray();
      this.ids =
          IntStream.range(0, CONFIGURATIONS)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -first[i]))
              .limit(8)
              .toList();
      ids.forEach(i -> entrants.add(fresh(first[i], i, 1)));
      for (int i : new Confirmed(entrants, VALIDATION).ranking().subList(0, 4)) {
        entrants.set(i, fresh(first[ids.get(i)], ids.get(i), 3));
      }
    }

    private double[] images(String set, int count) {
      RandomStream random = Streams.of(seed, set);
      return IntStream.range(0, count).mapToDouble(i -> EASE * random.nextGaussian()).toArray();
    }

    private Entrant fresh(double first, int configuration, int repeats) {
      List<Double> accuracies = new ArrayList<>();
      for (int repeat = 1; repeat <= repeats; repeat++) {
        accuracies.add(accuracy(configuration, repeat, validation));
      }
      return new Entrant(first, 0.03, accuracies);
    }

    private double accuracy(int configuration, int repeat, double[] eases) {
      RandomStream random = Streams.of(seed, "training", configuration, repeat);
      double skill = skills[configuration] + LUCK * random.nextGaussian();
      int right = 0;
      for (double ease : eases) {
        right += skill + ease + random.nextGaussian() > 0 ? 1 : 0;
      }
      return (double) right / eases.length;
    }

    /** Returns the accuracy over all seeds and images. */
    double truth(int configuration) {
      double spread = Math.sqrt(1 + EASE * EASE + LUCK * LUCK);
      return new NormalDistribution().cumulativeProbability(skills[configuration] / spread);
    }

    int winner() {
      return ids.get(new Confirmed(entrants, VALIDATION).ranking().get(0));
    }

    Interval ofFinal() {
      double[] accuracies =
          IntStream.range(4, 9).mapToDouble(repeat -> accuracy(winner(), repeat, test)).toArray();
      return Interval.ofTrainings(accuracies, TEST);
    }
  }

  private interface Statement {
    boolean holds(Simulated search);
  }

  private static double share(Statement statement) {
    return IntStream.range(0, SEARCHES).filter(seed -> statement.holds(new Simulated(seed))).count()
        / (double) SEARCHES;
  }

  @Test
  void intervalOfFinal_coversTheTruth() {
    double covered = share(search -> search.ofFinal().contains(search.truth(search.winner())));
    assertTrue(0.90 <= covered && covered <= 0.99, "covered: " + covered);
  }

  /** What a search without fresh repeats would print: the interval of the accuracy that won. */
  @Test
  void intervalOfTheFirstScore_doesNot() {
    double covered =
        share(
            search -> {
              int best = search.ids.get(0);
              Interval interval =
                  Interval.ofAccuracy(search.accuracy(best, 0, search.validation), VALIDATION);
              return interval.contains(search.truth(best));
            });
    assertTrue(covered < 0.85, "covered: " + covered);
  }

  @Test
  void theBestOfAllConfirmed_isSeldomToldApart() {
    double wrong =
        share(
            search -> {
              Confirmed confirmed = new Confirmed(search.entrants, VALIDATION);
              int best =
                  IntStream.range(0, 8)
                      .boxed()
                      .max(Comparator.comparingDouble(i -> search.truth(search.ids.get(i))))
                      .orElseThrow();
              return confirmed.comparison().to(best).apart();
            });
    assertTrue(wrong <= 0.05, "told apart: " + wrong);
  }
}
