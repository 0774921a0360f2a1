package dev.sieve.data.table;

import java.util.Locale;

/** What becomes of cells that hold no value. */
public enum Missing {
  /** The data are refused, with the columns and how many values they miss. */
  REFUSE,
  /**
   * The mean of the column over the training examples that have a value. Which these are, each
   * stage says: see {@link dev.sieve.data.input.Normalization#fit}.
   */
  MEAN,
  /** Zero. */
  ZERO;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
