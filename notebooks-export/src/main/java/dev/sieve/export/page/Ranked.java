package dev.sieve.export.page;

import java.util.List;

/**
 * What is ranked by its accuracy, as a table of the page.
 *
 * @param heading what the table holds, where that is not clear from what stands above; else null
 * @param columns what is told of each
 * @param rows as texts, best first
 * @param note what is left out; empty if nothing
 */
record Ranked(String heading, List<String> columns, List<Row> rows, String note) {
  /** With more rows, nobody would see what comes after the table. */
  static final int MOST = 12;

  /** One row: its stage, and the texts of the other columns. */
  record Row(String stage, List<String> values) {}

  boolean hasRows() {
    return !rows.isEmpty();
  }
}
