package dev.sieve;

import java.io.Serial;

/**
 * A value that breaks a rule: which thing, which rule and which value, as data, so that a reader of
 * conf files can add file and line without taking a message apart.
 */
public final class InvalidValueException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  private final String thing;
  private final String rule;
  private final transient Object value;

  /**
   * @param thing what must obey the rule; empty where only the caller knows its name
   * @param rule {@code must be >= 1}, say
   * @param value what was there instead
   */
  public InvalidValueException(String thing, String rule, Object value) {
    super((thing.isEmpty() ? "" : thing + " ") + rule + ", but was " + value);
    this.thing = thing;
    this.rule = rule;
    this.value = value;
  }

  /** Returns the name of what breaks the rule; empty where only the caller knows it. */
  public String thing() {
    return thing;
  }

  /** Returns the rule, as a message says it behind the thing's name: {@code must be >= 1}. */
  public String rule() {
    return rule;
  }

  /** Returns what was there instead; null after serialization. */
  public Object value() {
    return value;
  }
}
