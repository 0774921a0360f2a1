package dev.sieve.export.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: at most four significant digits. */
public final class Rounded {
  private static final MathContext DIGITS = new MathContext(4);

  private Rounded() {}

  /** Returns {@code text} shorter where it is a number; whole numbers and words as they are. */
  public static String of(String text) {
    if (text.matches("-?\\d{1,9}")) {
      return text;
    }
    try {
      return of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** Returns {@code 0.006} or {@code 1e-5}. */
  public static String of(double value) {
    String told = Double.toString(new BigDecimal(value).round(DIGITS).doubleValue());
    return told.endsWith(".0")
        ? told.substring(0, told.length() - 2)
        : told.replace(".0E", "e").replace("E", "e");
  }
}
