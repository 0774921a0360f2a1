package dev.sieve.data.csv;

/** Reads decimal numbers, with a point in any locale, exactly as Java does. */
final class Decimal {
  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long LARGEST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18; // that a long holds
  private static final int LARGEST_EXPONENT = 100_000;

  private Decimal() {}

  /**
   * Returns the number that the characters from {@code from} up to {@code to} are: digits with at
   * most one point, a sign, an exponent; NaN where they are none.
   *
   * <p>Integers below 2⁵³ times or divided by a power of ten up to 10²² are rounded once, and so
   * correctly: W. D. Clinger, "How to Read Floating Point Numbers Accurately", PLDI 1990. All
   * others are left to {@link Double#parseDouble}.
   */
  static double parse(char[] text, int from, int to) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (at < to && (negative || text[at] == '+')) {
      at++;
    }
    long mantissa = 0;
    int digits = 0;
    int exponent = 0;
    boolean point = false;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (0 <= digit && digit <= 9) {
        digits++;
        mantissa = digits <= MOST_DIGITS ? mantissa * 10 + digit : mantissa;
        exponent -= point ? 1 : 0;
      } else if (text[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (at < to) {
      int power = exponent(text, at, to);
      if (power == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      exponent += power;
    }
    boolean exact =
        digits <= MOST_DIGITS && mantissa <= LARGEST_EXACT && Math.abs(exponent) < POWERS.length;
    if (!exact) {
      return Double.parseDouble(new String(text, from, to - from));
    }
    double number = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
    return negative ? -number : number;
  }

  /** Returns the exponent that begins with an e at {@code from}; the least integer for none. */
  private static int exponent(char[] text, int from, int to) {
    int at = from + 1;
    boolean negative = at < to && text[at] == '-';
    if (at < to && (negative || text[at] == '+')) {
      at++;
    }
    if ((text[from] != 'e' && text[from] != 'E') || at == to) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + digit);
    }
    return negative ? -exponent : exponent;
  }
}
