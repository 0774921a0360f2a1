package dev.sieve.driver.source.frame;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The texts of one column in a block of rows: each once, and a code per row. */
final class TextCodes {
  /** The code of a row without a text. */
  static final int NONE = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] codes = new int[16];

  /** Takes the text of row {@code row}; null for none. */
  void put(int row, String text) {
    if (row >= codes.length) {
      codes = Arrays.copyOf(codes, 2 * row);
    }
    codes[row] = text == null ? NONE : number(text);
  }

  /** Returns the number of {@code text} among those met. */
  int number(String text) {
    return numbers.computeIfAbsent(text, unknown -> numbers.size());
  }

  int[] codes(int rows) {
    return Arrays.copyOf(codes, rows);
  }

  String[] all() {
    String[] all = new String[numbers.size()];
    numbers.forEach((text, number) -> all[number] = text);
    return all;
  }
}
