package dev.sieve.driver.search;

import dev.sieve.data.Shape;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.Tables;
import dev.sieve.driver.search.Repetition.Difference;
import dev.sieve.result.Column;
import dev.sieve.result.CurveRow;
import dev.sieve.result.CurveTable;
import dev.sieve.result.TrialTable;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that a run's tables hold, to be compared with those that a result would give. */
final class RecordedRows {
  private final SearchConf conf;
  private final Shape shape;
  private final List<Map<String, String>> trials;
  private final List<Map<String, String>> curves;

  RecordedRows(SearchConf conf, Shape shape, RunDirectory run) {
    this.conf = conf;
    this.shape = shape;
    Tables tables = new Tables(run);
    this.trials = tables.read("trials");
    this.curves = tables.read("curves");
  }

  /** Returns how the rows of {@code result} differ; nothing where the tables do not hold it. */
  Optional<List<Difference>> differences(PlannedStage stage, TrialResult result) {
    Trial trial = result.trial();
    List<Map<String, String>> row = of(trial, trials);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    List<Difference> found = new ArrayList<>();
    compare("trials", TrialTable.COLUMNS, row, List.of(stage.row(conf, shape, result)), found);
    List<CurveRow> points =
        result.curve().stream().map(point -> new CurveRow(conf.name(), trial, point)).toList();
    compare("curves", CurveTable.COLUMNS, of(trial, curves), points, found);
    return Optional.of(found);
  }

  private static List<Map<String, String>> of(Trial trial, List<Map<String, String>> rows) {
    return rows.stream()
        .filter(row -> trial.stage().equals(row.get("stage")))
        .filter(row -> String.valueOf(trial.index()).equals(row.get("trial")))
        .toList();
  }

  private static <R> void compare(
      String table,
      List<Column<R>> columns,
      List<Map<String, String>> recorded,
      List<R> now,
      List<Difference> found) {
    if (recorded.size() != now.size()) {
      found.add(new Difference(table, "rows", "" + recorded.size(), "" + now.size()));
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      for (Column<R> column : columns) {
        String before = recorded.get(i).get(column.header());
        String after = Tables.text(column, now.get(i));
        if (before != null && !before.equals(after)) { // a table of an earlier version has fewer
          found.add(new Difference(table + " row " + i, column.header(), before, after));
        }
      }
    }
  }
}
