package dev.sieve.export.page;

import java.util.Locale;

/** How numbers are told to people. */
final class Text {
  private Text() {}

  /** Returns {@code 52.41 %} for 0.5241; a dash for NaN. */
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** Returns a number with at most four significant digits; a text as it is. */
  static String short4(String text) {
    if (text.matches("-?\\d{1,9}")) {
      return text;
    }
    try {
      double value = Double.parseDouble(text);
      double rounded =
          new java.math.BigDecimal(value).round(new java.math.MathContext(4)).doubleValue();
      String told = Double.toString(rounded);
      return told.endsWith(".0")
          ? told.substring(0, told.length() - 2)
          : told.replace(".0E", "e").replace("E", "e");
    } catch (NumberFormatException e) {
      return text;
    }
  }

  static String short4(double value) {
    return short4(Double.toString(value));
  }

  /** Returns {@code 1 trial}, {@code 2 trials}. */
  static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
