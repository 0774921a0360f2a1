package dev.sieve;

import java.util.Locale;

/**
 * Text with values in it, the same in any locale: digits are 0 to 9, the decimal mark is a point.
 */
public final class Texts {
  private Texts() {}

  /** Returns {@code format} with {@code values} in it, as {@link String#format} has it. */
  public static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
