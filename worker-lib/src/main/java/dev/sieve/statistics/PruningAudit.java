package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.function.IntPredicate;

/**
 * How often pruning errs, as far as an audit tells: some of the pruned configurations, drawn at
 * random, were trained to the end all the same.
 *
 * @param pruned configurations
 * @param audited how many of them were trained to the end
 * @param missed how many of those came out among the best, and should not have been pruned
 */
public record PruningAudit(int pruned, int audited, int missed) {
  private static final double TAIL = 0.025;

  public PruningAudit {
    check(
        0 <= missed && missed <= audited && audited <= pruned,
        "0 <= missed <= audited <= pruned must hold, but they were %d, %d and %d",
        missed,
        audited,
        pruned);
  }

  /**
   * Returns the fewest of all pruned configurations that belong among the best, with 97.5 %
   * confidence: together with {@link #most}, the 95 % mid-P interval of the hypergeometric
   * distribution. Without a case among few audited ones it is wide; an audit of all leaves nothing
   * open. Berry and Armitage, "Mid-P Confidence Intervals: A Brief Review", The Statistician 44,
   * 1995.
   */
  public int fewest() {
    Tails tails = new Tails();
    return first(missed, mostPossible(), all -> tails.atLeast(all) > TAIL);
  }

  /** Returns the most of all pruned configurations that belong among the best, likewise. */
  public int most() {
    Tails tails = new Tails();
    return first(
            missed, mostPossible() + 1, all -> all > mostPossible() || tails.atMost(all) <= TAIL)
        - 1;
  }

  private int mostPossible() {
    return pruned - (audited - missed);
  }

  /** Returns the first number from {@code low} to {@code high} for which {@code rising} holds. */
  private static int first(int low, int high, IntPredicate rising) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (rising.test(middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** What an audit would have found, if a number of all pruned ones belonged among the best. */
  private final class Tails {
    private final double[] logFactorials = new double[pruned + 1];

    Tails() {
      for (int n = 2; n <= pruned; n++) {
        logFactorials[n] = logFactorials[n - 1] + StrictMath.log(n);
      }
    }

    /** Returns the probability of what was found or more, half of what was found itself. */
    double atLeast(int all) {
      return 1 - atMost(all);
    }

    /** Returns the probability of what was found or less, half of what was found itself. */
    double atMost(int all) {
      double sum = 0.5 * probability(missed, all);
      for (int found = 0; found < missed; found++) {
        sum += probability(found, all);
      }
      return sum;
    }

    /** Returns the hypergeometric probability of {@code found}, where there are {@code all}. */
    private double probability(int found, int all) {
      return found > all || audited - found > pruned - all
          ? 0
          : StrictMath.exp(
              logChoices(all, found)
                  + logChoices(pruned - all, audited - found)
                  - logChoices(pruned, audited));
    }

    private double logChoices(int n, int k) {
      return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }
  }
}
