package dev.sieve;

/** Argument checks whose message names the argument, the rule and the offending value. */
public final class Checks {
  private Checks() {}

  /**
   * Throws {@link IllegalArgumentException} unless {@code rule} holds. Not for inner loops: it
   * boxes.
   */
  public static void check(boolean rule, String message, Object... values) {
    if (!rule) {
      throw new IllegalArgumentException(Texts.format(message, values));
    }
  }

  /**
   * Throws {@link InvalidValueException} unless {@code holds}.
   *
   * @param thing name of what is checked, as a user knows it; empty where only the caller does
   * @param rule {@code must be >= 1}, say
   */
  public static void require(boolean holds, String thing, String rule, Object value) {
    if (!holds) {
      throw new InvalidValueException(thing, rule, value);
    }
  }
}
