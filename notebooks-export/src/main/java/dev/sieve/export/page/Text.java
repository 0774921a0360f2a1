package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.statistics.Interval;

/** How numbers are told to people. */
final class Text {
  /** What stands where nothing was measured. */
  static final String NONE = "–";

  private Text() {}

  /** Returns {@code 52.41 %} for 0.5241, never broken in two; a dash for NaN. */
  static String percent(double share) {
    return Double.isNaN(share) ? NONE : Texts.format("%.2f\u00a0%%", 100 * share);
  }

  /** Returns {@code 52.41 % on validation and 51.87 % on test images}, without what is NaN. */
  static String onBoth(double validation, double test) {
    return Double.isNaN(test)
        ? percent(validation) + " on validation examples"
        : Texts.format(
            "%s on validation and %s on test examples", percent(validation), percent(test));
  }

  /** Returns {@code 1.24 points} for 0.0124: a difference of shares. */
  static String points(double difference) {
    return Texts.format("%.2f\u00a0points", 100 * difference);
  }

  /** Returns {@code 51.87 % to 53.60 %}. */
  static String range(Interval interval) {
    return Texts.format("%s to %s", percent(interval.low()), percent(interval.high()));
  }

  /** Returns {@code 1 trial}, {@code 2 trials}. */
  static String count(long number, String thing) {
    return Texts.format("%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
