package dev.sieve.data.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row is for, where a column of the table says so. */
enum RowUse {
  TRAIN,
  VALIDATION,
  TEST;

  /** Returns how the column says it; for all but {@link #TEST} also the name of a part. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RowUse> of(String text) {
    return Arrays.stream(values()).filter(use -> use.text().equals(text)).findFirst();
  }
}
