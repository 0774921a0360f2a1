package dev.sieve;

import java.io.Serial;

/**
 * A mistake of the user's: in arguments, conf, data or a run directory. The command ends with exit
 * code 2 and the message, without a stack trace. Where a value breaks a rule, both are data.
 */
public abstract class UserMistake extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String rule;
  private final String value;

  /** A mistake that {@code message} explains in full. */
  protected UserMistake(String message, Throwable cause) {
    super(message, cause);
    this.rule = "";
    this.value = "";
  }

  /**
   * A value that breaks a rule.
   *
   * @param thing what must obey it, such as {@code --every}
   * @param rule {@code must be >= 1}, say
   */
  protected UserMistake(String thing, String rule, Object value) {
    super(thing + " " + rule + ", but was " + value);
    this.rule = rule;
    this.value = String.valueOf(value);
  }

  /** Returns the rule that is broken; empty where the message alone explains the mistake. */
  public final String rule() {
    return rule;
  }

  /** Returns the value that breaks the rule; empty where the message alone explains the mistake. */
  public final String value() {
    return value;
  }
}
