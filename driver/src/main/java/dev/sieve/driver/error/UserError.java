package dev.sieve.driver.error;

import dev.sieve.UserMistake;

/**
 * A mistake of the user's: the command ends with exit code 2 and this message, and no stack trace.
 * The message names the thing, the rule and the value, and the file and line where there are any.
 */
public final class UserError extends UserMistake {
  private static final long serialVersionUID = 1;

  /** A mistake that {@code message} explains in full. */
  public UserError(String message) {
    super(message, null);
  }

  /** A mistake that shows itself as {@code cause}, which is printed only when asked for. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A value that breaks a rule.
   *
   * @param thing what must obey it
   * @param rule {@code must be >= 1}, say
   */
  public UserError(String thing, String rule, Object value) {
    super(thing, rule, value);
  }
}
