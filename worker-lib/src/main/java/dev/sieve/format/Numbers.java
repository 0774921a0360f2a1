package dev.sieve.format;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: one notation of at most four significant digits, in any locale. */
public final class Numbers {
  private static final MathContext DIGITS = new MathContext(4);

  /** Between these, digits are written out; beyond, with an exponent. */
  private static final double SMALLEST = 1e-4;

  private static final double LARGEST = 1e7;

  private Numbers() {}

  /**
   * Returns {@code 0.0061}, {@code 10070} or {@code 3.08e-5}; {@code NaN} and infinities by name.
   */
  public static String shown(double value) {
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double magnitude = rounded.abs().doubleValue();
    return SMALLEST <= magnitude && magnitude < LARGEST
        ? rounded.toPlainString()
        : scientific(rounded);
  }

  private static String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
