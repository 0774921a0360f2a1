package dev.sieve.result;

import static java.util.stream.Collectors.joining;

import dev.sieve.format.ColumnType;
import java.util.List;

/** The columns of all tables in Markdown, as {@code TABLES.md} holds them between two marks. */
final class TableMarkdown {
  static final String BEGIN = "<!-- written by TableDocumentationTest, from here … -->\n";
  static final String END = "<!-- … to here -->\n";

  private TableMarkdown() {}

  /** Returns {@code page} with what stands between its marks written anew. */
  static String into(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page must hold the marks " + BEGIN + END);
    }
    return page.substring(0, begin + BEGIN.length()) + tables() + page.substring(end);
  }

  private static String tables() {
    return table("trials", "one row per trial", TrialTable.COLUMNS)
        + table("curves", "one row per trial and measurement", CurveTable.COLUMNS)
        + table("executions", "one row per trial, of its last attempt", ExecutionTable.COLUMNS)
        + table(
            "predictions",
            "one row per test image, and one probability per class: here of 10 classes, and with evaluation.mirror",
            PredictionTable.columns(10, true))
        + table(
            "ensembles",
            "one row per configuration and budget, if evaluation.ensemble is repeats",
            EnsembleTable.COLUMNS)
        + table(
            ConfirmationTable.NAME,
            "one row per configuration of the stage confirm, the best first",
            ConfirmationTable.COLUMNS)
        + table(
            "importance",
            "one row per searched hyperparameter and pair of them, of each stage that searched two or more",
            ImportanceTable.COLUMNS)
        + table("gradcheck.csv", "one row per parameter that was checked", GradientTable.COLUMNS)
        + "\n";
  }

  private static <R> String table(String name, String rows, List<Column<R>> columns) {
    return columns.stream()
        .map(TableMarkdown::line)
        .collect(
            joining(
                "",
                "\n## %s: %s\n\n| column | type | meaning |\n|---|---|---|\n".formatted(name, rows),
                ""));
  }

  /** Returns a column's line; a bar in its text would end the cell. */
  private static String line(Column<?> column) {
    String doc = column.doc().replace("|", "\\|");
    return "| `%s` | %s | %s |\n".formatted(column.header(), type(column.type()), doc);
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TEXT -> "text";
      case INT -> "int32";
      case LONG -> "int64";
      case DOUBLE -> "double";
      case TIMESTAMP -> "timestamp";
    };
  }
}
