package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.driver.sql.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows of text in aligned columns. */
public final class TextTable {
  private static final int MOST_ROWS = 1_000;
  private static final String NULL = "NULL";

  private TextTable() {}

  /**
   * Returns the first thousand rows of {@code answer} below its header, and says if there are more.
   * A null is {@code NULL}, so that it is no empty text.
   */
  public static String of(Answer answer) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(answer.header());
    Iterator<List<String>> found = answer.texts();
    while (found.hasNext() && rows.size() <= MOST_ROWS) {
      rows.add(found.next().stream().map(value -> value == null ? NULL : value).toList());
    }
    String more =
        found.hasNext()
            ? Texts.format("(the first %d rows; --csv or --json prints all)%n", MOST_ROWS)
            : "";
    return aligned(rows) + more;
  }

  /** Returns {@code rows}, the first a header, each column as wide as its widest value. */
  public static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], Math.max(1, row.get(c).length()));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append(Texts.format("%-" + widths[c] + "s  ", row.get(c)));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
