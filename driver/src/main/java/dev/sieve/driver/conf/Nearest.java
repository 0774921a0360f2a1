package dev.sieve.driver.conf;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody who made a typing mistake may have meant. */
final class Nearest {
  private Nearest() {}

  /** Returns the known name that is fewest edits away, if these are not most of the word. */
  static Optional<String> of(String name, Collection<String> known) {
    int limit = Math.max(1, Math.min(3, name.length() / 2));
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /**
   * Levenshtein's distance: insertions, deletions and replacements that make {@code b} of {@code
   * a}.
   */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
