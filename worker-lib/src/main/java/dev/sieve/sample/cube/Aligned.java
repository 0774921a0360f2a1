package dev.sieve.sample.cube;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Brings the scores of other searches to the level of a search's own: other data, budgets or
 * networks shift all scores of a search by about the same amount. Medians are made equal, as a
 * first guess.
 */
public final class Aligned {
  private Aligned() {}

  /**
   * Returns what {@code history} has learned from other searches, shifted; a list for each, with
   * its own median where the search has no score yet and no other list has come before.
   */
  public static List<List<Evaluation>> learned(History history) {
    OptionalDouble level = median(history.evaluations());
    for (List<Evaluation> search : history.learned()) {
      level = level.isPresent() ? level : median(search);
    }
    double target = level.orElse(0);
    return history.learned().stream()
        .map(search -> shifted(search, target - median(search).orElse(target)))
        .toList();
  }

  private static OptionalDouble median(List<Evaluation> evaluations) {
    double[] scores =
        evaluations.stream()
            .filter(Evaluation::scored)
            .mapToDouble(Evaluation::score)
            .sorted()
            .toArray();
    int n = scores.length;
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((scores[(n - 1) / 2] + scores[n / 2]) / 2);
  }

  private static List<Evaluation> shifted(List<Evaluation> evaluations, double by) {
    return evaluations.stream()
        .map(
            one ->
                one.outcome() instanceof Outcome.Score score
                    ? new Evaluation(
                        one.point(), new Outcome.Score(score.value() + by, score.variance()))
                    : one)
        .toList();
  }
}
