package dev.sieve.export.page;

import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.format.ColumnType;
import dev.sieve.result.Column;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trial table as the page's scripts read it. What is the same in all rows is told once: a page
 * of 10,000 trials stays small.
 *
 * @param columns that differ between trials
 * @param rows their values, one list per trial
 * @param constant the other columns, with their value
 */
record TrialsData(
    List<Map<String, String>> columns, List<List<Object>> rows, Map<String, Object> constant) {
  private static final Map<String, Column<TrialRow>> DECLARED =
      TrialTable.COLUMNS.stream().collect(Collectors.toMap(Column::header, column -> column));

  /** Which of several runs a row is of: no column of a table. */
  private static final String RUN = "run";

  /** What a row is called by: always there. */
  private static final Set<String> NAMES =
      Set.of(RUN, TrialTable.STAGE.header(), TrialTable.TRIAL.header());

  static TrialsData of(List<Run> runs) {
    Map<String, Set<String>> values = values(runs);
    List<String> varied =
        values.keySet().stream()
            .filter(name -> NAMES.contains(name) || values.get(name).size() > 1)
            .toList();
    Map<String, Object> constant = new LinkedHashMap<>();
    values.forEach(
        (name, texts) -> {
          if (!varied.contains(name)) {
            constant.put(name, value(name, texts.iterator().next()));
          }
        });
    List<List<Object>> rows = new ArrayList<>();
    for (Run run : runs) {
      for (RunTrial trial : run.trials()) {
        List<Object> row = new ArrayList<>();
        varied.forEach(name -> row.add(value(name, text(run, trial, name))));
        rows.add(row);
      }
    }
    return new TrialsData(
        varied.stream().map(name -> Map.of("name", name)).toList(), rows, constant);
  }

  /** Returns at most two different values of each column: enough to know whether it varies. */
  private static Map<String, Set<String>> values(List<Run> runs) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    if (runs.size() > 1) {
      values.put(RUN, new LinkedHashSet<>());
    }
    for (Run run : runs) {
      if (!run.trials().isEmpty()) {
        run.trials()
            .get(0)
            .row()
            .columns()
            .forEach(name -> values.putIfAbsent(name, new LinkedHashSet<>()));
      }
    }
    for (Run run : runs) {
      for (RunTrial trial : run.trials()) {
        values.forEach(
            (name, texts) -> {
              if (texts.size() < 2) {
                texts.add(text(run, trial, name));
              }
            });
      }
    }
    return values;
  }

  private static String text(Run run, RunTrial trial, String name) {
    return name.equals(RUN) ? run.name() : trial.row().text(name);
  }

  private static Object value(String name, String text) {
    if (text.isEmpty()) {
      return null;
    }
    Column<TrialRow> column = DECLARED.get(name);
    boolean isText =
        column == null ? !text.matches("[-+0-9.eE]+") : column.type() == ColumnType.TEXT;
    if (isText || name.equals(RUN)) {
      return text;
    }
    try {
      return text.matches("-?\\d{1,15}")
          ? (Object) Long.valueOf(text)
          : (Object) Double.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
