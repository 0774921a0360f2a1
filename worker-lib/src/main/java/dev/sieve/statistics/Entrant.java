package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.List;

/**
 * A configuration whose accuracy is to be confirmed.
 *
 * @param expected accuracy, by what was known before
 * @param deviation of what that leaves open, above 0
 * @param repeats accuracies of trainings that took no part in choosing it, in the order of their
 *     numbers; NaN for one that failed
 */
public record Entrant(double expected, double deviation, List<Double> repeats) {
  public Entrant {
    check(Double.isFinite(expected), "expected must be finite, but was %s", expected);
    check(deviation > 0, "deviation must be > 0, but was %s", deviation);
    repeats = List.copyOf(repeats);
  }

  List<Double> known() {
    return Mean.known(repeats);
  }
}
