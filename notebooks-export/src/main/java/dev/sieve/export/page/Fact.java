package dev.sieve.export.page;

/**
 * A name and its value.
 *
 * @param hint what the name means; empty where it says so itself
 */
record Fact(String name, String hint, String value) {
  Fact(String name, String value) {
    this(name, "", value);
  }

  private static final int WIDE = 40;

  boolean hasHint() {
    return !hint.isEmpty();
  }

  /** Whether it needs a line of its own. */
  boolean isLong() {
    return value.length() > WIDE;
  }
}
