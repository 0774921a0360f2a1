package dev.sieve.data.table;

import java.util.Locale;

/** What becomes of columns of text. */
public enum Categories {
  /** The data are refused, with the columns' names. */
  REFUSE,
  /** An input for each text that occurs: 1 where the example has it, else 0. */
  ONEHOT;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
