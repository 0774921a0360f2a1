package dev.sieve.driver.repeat;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.repeat.Repetition.Difference;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.Tables;
import dev.sieve.driver.stage.Stage;
import dev.sieve.result.Column;
import dev.sieve.result.CurveRow;
import dev.sieve.result.CurveTable;
import dev.sieve.result.TrialTable;
import dev.sieve.run.CsvOutput;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that a run's tables hold, to be compared with those that a result would give. Tables are
 * written when a stage ends: of trials that ended since, the journal tells the rows.
 */
final class RecordedRows {
  private final SearchConf conf;
  private final List<Map<String, String>> trials;
  private final List<Map<String, String>> curves;

  RecordedRows(SearchConf conf, RunDirectory run) {
    this.conf = conf;
    Tables tables = new Tables(run);
    this.trials = tables.read(TrialTable.NAME);
    this.curves = tables.read(CurveTable.NAME);
  }

  /**
   * Returns how {@code now} differs from the rows of its trial; nothing where there are none.
   *
   * @param journalled what the journal knows of it
   */
  Optional<List<Difference>> differences(
      Stage stage, Optional<TrialResult> journalled, TrialResult now) {
    Trial trial = now.trial();
    List<Map<String, String>> row = of(trial, trials);
    if (isUpToDate(row, journalled)) {
      return Optional.of(differences("", row, of(trial, curves), stage, now));
    }
    return journalled.map(
        known -> differences("journal, ", trialTexts(stage, known), curveTexts(known), stage, now));
  }

  /** A row of a failure that may pass is left from before, where the trial has ended otherwise. */
  private static boolean isUpToDate(
      List<Map<String, String>> row, Optional<TrialResult> journalled) {
    return !row.isEmpty()
        && journalled
            .filter(known -> isPassing(row.get(0).get(TrialTable.FAILURE.header())))
            .filter(known -> known.failure() == null || !known.failure().passing())
            .isEmpty();
  }

  private static boolean isPassing(String failure) {
    return failure != null && !failure.isEmpty() && Failure.valueOf(failure).passing();
  }

  private List<Difference> differences(
      String source,
      List<Map<String, String>> trial,
      List<Map<String, String>> points,
      Stage stage,
      TrialResult now) {
    List<Difference> found = new ArrayList<>();
    compare(source + TrialTable.NAME, trial, trialTexts(stage, now), found);
    compare(source + CurveTable.NAME, points, curveTexts(now), found);
    return found;
  }

  private List<Map<String, String>> trialTexts(Stage stage, TrialResult result) {
    return texts(
        TrialTable.COLUMNS.stream().filter(TrialTable::isOfOneTrial).toList(),
        List.of(stage.row(conf, result)));
  }

  private List<Map<String, String>> curveTexts(TrialResult result) {
    return texts(
        CurveTable.COLUMNS,
        result.curve().stream()
            .map(point -> new CurveRow(conf.name(), result.trial(), point))
            .toList());
  }

  /** Returns {@code rows} as the CSV file of their table would have them. */
  private static <R> List<Map<String, String>> texts(List<Column<R>> columns, List<R> rows) {
    List<Map<String, String>> texts = new ArrayList<>();
    for (R row : rows) {
      Map<String, String> text = new LinkedHashMap<>();
      columns.forEach(column -> text.put(column.header(), CsvOutput.text(column, row)));
      texts.add(text);
    }
    return texts;
  }

  private static List<Map<String, String>> of(Trial trial, List<Map<String, String>> rows) {
    return rows.stream()
        .filter(row -> trial.stage().equals(row.get(TrialTable.STAGE.header())))
        .filter(row -> String.valueOf(trial.index()).equals(row.get(TrialTable.TRIAL.header())))
        .toList();
  }

  private static void compare(
      String table,
      List<Map<String, String>> recorded,
      List<Map<String, String>> now,
      List<Difference> found) {
    if (recorded.size() != now.size()) {
      found.add(new Difference(table, "rows", "" + recorded.size(), "" + now.size()));
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      for (Map.Entry<String, String> value : now.get(i).entrySet()) {
        String before = recorded.get(i).get(value.getKey());
        if (before != null && !before.equals(value.getValue())) { // older tables have fewer columns
          found.add(new Difference(table + " row " + i, value.getKey(), before, value.getValue()));
        }
      }
    }
  }
}
