package dev.sieve;

import java.util.Locale;

/** Argument checks whose message names the argument, the rule and the offending value. */
public final class Checks {
  private Checks() {}

  /**
   * Throws {@link IllegalArgumentException} unless {@code rule} holds. Not for inner loops: it
   * boxes.
   */
  public static void check(boolean rule, String message, Object... values) {
    if (!rule) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }
}
