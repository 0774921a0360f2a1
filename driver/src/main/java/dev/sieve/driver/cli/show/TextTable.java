package dev.sieve.driver.cli.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of text in aligned columns. */
public final class TextTable {
  private static final int MOST_ROWS = 1_000;

  private TextTable() {}

  /**
   * Returns the first thousand rows of {@code answer} below its header, and says if there are more.
   */
  public static String of(Dataset<Row> answer) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.asList(answer.columns()));
    Iterator<Row> found = answer.toLocalIterator();
    while (found.hasNext() && rows.size() <= MOST_ROWS) {
      Row row = found.next();
      List<String> values = new ArrayList<>();
      for (int c = 0; c < row.length(); c++) {
        values.add(row.isNullAt(c) ? "" : String.valueOf(row.get(c)));
      }
      rows.add(values);
    }
    String more = found.hasNext() ? "(the first %d rows)%n".formatted(MOST_ROWS) : "";
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
        line.append(String.format(Locale.ROOT, "%-" + widths[c] + "s  ", row.get(c)));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
