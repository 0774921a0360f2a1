package dev.sieve.export.page;

/** A name and its value. */
record Fact(String name, String value) {
  private static final int WIDE = 40;

  /** Whether it needs a line of its own. */
  boolean isLong() {
    return value.length() > WIDE;
  }
}
