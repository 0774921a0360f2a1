package dev.sieve;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a message says about a name that nobody knows: the names there are, and the nearest. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * Returns {@code known are a, b, c}, in their order, and {@code ; did you mean b?} where one of
   * them is {@link #nearest}.
   */
  public static String of(String unknown, Collection<String> known) {
    String all = "known are " + String.join(", ", known);
    return nearest(unknown, known).map(name -> all + "; did you mean " + name + "?").orElse(all);
  }

  /** Returns the known name that is fewest edits away, if these are not most of the word. */
  public static Optional<String> nearest(String unknown, Collection<String> known) {
    int limit = Math.max(1, Math.min(3, unknown.length() / 2));
    return known.stream()
        .filter(name -> distance(unknown, name) <= limit)
        .min(Comparator.comparingInt(name -> distance(unknown, name)));
  }

  /**
   * Returns the insertions, deletions and replacements of one letter that lead from {@code a} to
   * {@code b}, whatever their case: Wagner and Fischer, "The String-to-String Correction Problem",
   * JACM 21(1), 1974.
   */
  private static int distance(String a, String b) {
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
