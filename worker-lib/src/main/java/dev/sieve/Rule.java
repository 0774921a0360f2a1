package dev.sieve;

import java.util.function.Predicate;

/**
 * What values must obey, said once for those that read them and those that compute with them.
 *
 * @param says {@code must be >= 1}, say: what follows the name of a thing in a message
 * @param holds whether a value obeys
 */
public record Rule<T>(String says, Predicate<T> holds) {
  public static final Rule<Double> POSITIVE =
      new Rule<>("must be finite and > 0", x -> 0 < x && x < Double.POSITIVE_INFINITY);

  public static final Rule<Double> NOT_NEGATIVE =
      new Rule<>("must be finite and >= 0", x -> 0 <= x && x < Double.POSITIVE_INFINITY);

  /** A share of things that are left out: some must stay. */
  public static final Rule<Double> SHARE = new Rule<>("must be in [0, 1)", x -> 0 <= x && x < 1);

  public static final Rule<Double> PROBABILITY =
      new Rule<>("must be in [0, 1]", x -> 0 <= x && x <= 1);

  /** A factor that makes numbers smaller, or leaves them. */
  public static final Rule<Double> DECAY = new Rule<>("must be in (0, 1]", x -> 0 < x && x <= 1);

  public static final Rule<Integer> AT_LEAST_ONE = new Rule<>("must be >= 1", n -> n >= 1);

  public static final Rule<Integer> COUNT = new Rule<>("must be >= 0", n -> n >= 0);

  /**
   * Refuses a value that does not obey.
   *
   * @throws InvalidValueException that calls it {@code thing}
   */
  public void require(String thing, T value) {
    Checks.require(holds.test(value), thing, says, value);
  }
}
