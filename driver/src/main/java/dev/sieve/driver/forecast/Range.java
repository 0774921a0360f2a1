package dev.sieve.driver.forecast;

import static dev.sieve.Checks.check;

/** A figure that is not known for sure: what is expected, and between what it should lie. */
public record Range(double low, double expected, double high) {
  public static final Range NONE = new Range(0, 0, 0);

  public Range {
    check(
        low <= expected && expected <= high,
        "low, expected and high must rise, but were %s, %s and %s",
        low,
        expected,
        high);
  }

  /** Returns one that is known. */
  public static Range of(double known) {
    return new Range(known, known, known);
  }

  /** Returns one around {@code expected}, as factors of it. */
  static Range around(double expected, double low, double high) {
    return new Range(low * expected, expected, high * expected);
  }

  /** Returns the sum, where both may err to the same side. */
  public Range plus(Range other) {
    return new Range(low + other.low, expected + other.expected, high + other.high);
  }

  /** Returns the product, likewise. */
  Range times(Range factor) {
    return new Range(low * factor.low, expected * factor.expected, high * factor.high);
  }

  public boolean isKnown() {
    return low == high;
  }
}
