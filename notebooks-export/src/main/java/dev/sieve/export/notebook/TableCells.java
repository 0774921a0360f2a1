package dev.sieve.export.notebook;

import dev.sieve.export.draw.Json;
import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.EnsembleResult;
import dev.sieve.export.run.EnsembleResult.Members;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.result.Column;
import dev.sieve.result.EnsembleTable;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.run.SearchPlan.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells that show tables of one run.
 *
 * @param varied hyperparameters that tell its configurations apart
 */
record TableCells(Run run, List<Hyperparameter> varied) {
  private static final int BEST = 5;
  private static final List<String> FINAL =
      headers(
          TrialTable.STAGE,
          TrialTable.TRIAL,
          TrialTable.TRAIN_ACCURACY,
          TrialTable.VALIDATION_ACCURACY,
          TrialTable.TEST_ACCURACY);

  /** What may have been measured of the final model besides. */
  private static final List<Column<TrialRow>> BESIDES =
      List.of(TrialTable.MIRROR.validationAccuracy(), TrialTable.MIRROR.testAccuracy());

  private static final List<String> CAUSE =
      headers(TrialTable.STAGE, TrialTable.STATUS, TrialTable.FAILURE);
  private static final List<String> ACCURACIES =
      headers(
          EnsembleTable.NETWORKS,
          EnsembleTable.SINGLE_VALIDATION_ACCURACY,
          EnsembleTable.VALIDATION_ACCURACY,
          EnsembleTable.SINGLE_TEST_ACCURACY,
          EnsembleTable.TEST_ACCURACY);
  private static final List<String> MIRROR =
      headers(EnsembleTable.MIRROR.validationAccuracy(), EnsembleTable.MIRROR.testAccuracy());

  List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    best(cells);
    ensembles(cells);
    last(cells);
    failures(cells);
    return cells;
  }

  private void best(List<Cell> cells) {
    if (run.best().isEmpty()) {
      return;
    }
    List<String> columns = identified(TrialTable.CONFIGURATION);
    List<List<String>> rows =
        run.configurations().stream()
            .sorted(Configuration.BEST_FIRST)
            .limit(BEST)
            .map(configuration -> row(configuration, columns))
            .toList();
    cells.add(
        Cell.text(
            "best-title",
            "## The best configurations, by mean " + run.measure().header().replace('_', ' ')));
    cells.add(
        Cell.code(
            "best",
            "best",
            Map.of("columns", Json.of(columns), "measure", run.measure().header()),
            List.of(Output.table(with(columns, "repeats", run.measure().header()), rows))));
  }

  private List<String> row(Configuration configuration, List<String> columns) {
    List<String> row = told(configuration.first(), columns);
    row.add(String.valueOf(configuration.repeats().size()));
    row.add(String.valueOf(configuration.mean(run.measure())));
    return row;
  }

  /** The table of that name; what cycles come to stands in the rows of trials. */
  private void ensembles(List<Cell> cells) {
    List<EnsembleResult> best =
        run.ensembles().stream()
            .filter(ensemble -> ensemble.members() == Members.REPEATS)
            .sorted(EnsembleResult.BEST_FIRST)
            .limit(BEST)
            .toList();
    if (best.isEmpty()) {
      return;
    }
    List<String> columns = identified(TrialTable.TRIAL);
    boolean mirrored = best.stream().anyMatch(e -> !Double.isNaN(e.validation().mirror()));
    List<String> accuracies = mirrored ? with(ACCURACIES, MIRROR) : ACCURACIES;
    List<String> shown = with(columns, accuracies);
    cells.add(Cell.text("ensembles-title", "## Ensembles of repeats"));
    cells.add(
        Cell.code(
            "ensembles",
            "ensembles",
            Map.of("first", Json.of(columns), "columns", Json.of(shown)),
            List.of(
                Output.table(shown, best.stream().map(e -> row(e, columns, mirrored)).toList()))));
  }

  private static List<String> row(EnsembleResult ensemble, List<String> columns, boolean mirrored) {
    List<String> row = told(ensemble.first(), columns);
    row.add(String.valueOf(ensemble.networks()));
    row.add(told(ensemble.validation().single()));
    row.add(told(ensemble.validation().together()));
    row.add(told(ensemble.test().single()));
    row.add(told(ensemble.test().together()));
    if (mirrored) {
      row.add(told(ensemble.validation().mirror()));
      row.add(told(ensemble.test().mirror()));
    }
    return row;
  }

  private void last(List<Cell> cells) {
    List<RunTrial> last = run.of(Stage.FINAL).stream().filter(RunTrial::completed).toList();
    if (!last.isEmpty()) {
      List<String> columns = new ArrayList<>(FINAL);
      BESIDES.stream()
          .filter(column -> last.stream().anyMatch(trial -> trial.row().has(column)))
          .forEach(column -> columns.add(column.header()));
      List<List<String>> rows = last.stream().map(trial -> told(trial, columns)).toList();
      cells.add(Cell.text("final-title", "## The final model"));
      cells.add(
          Cell.code(
              "final",
              "final",
              Map.of("columns", Json.of(columns)),
              List.of(Output.table(columns, rows))));
    }
  }

  private void failures(List<Cell> cells) {
    Map<List<String>, Long> counts =
        run.trials().stream()
            .filter(RunTrial::failed)
            .collect(
                Collectors.groupingBy(
                    trial -> told(trial, CAUSE), LinkedHashMap::new, Collectors.counting()));
    if (counts.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((cause, trials) -> rows.add(with(cause, String.valueOf(trials))));
    cells.add(Cell.text("failures-title", "## Failed trials"));
    cells.add(
        Cell.code(
            "failures", "failures", Map.of(), List.of(Output.table(with(CAUSE, "trials"), rows))));
  }

  /** Returns the cell that shows how to ask the tables by SQL. */
  Cell stages() {
    List<List<String>> rows =
        run.stages().stream()
            .map(Stage::name)
            .filter(stage -> !run.of(stage).isEmpty())
            .sorted(Comparator.comparingDouble(this::best))
            .map(stage -> List.of(stage, String.valueOf(run.of(stage).size()), told(best(stage))))
            .toList();
    return Cell.code(
        "duckdb",
        "duckdb",
        Map.of(),
        List.of(Output.table(List.of("stage", "trials", "best"), rows)));
  }

  private double best(String stage) {
    return run.of(stage).stream()
        .mapToDouble(RunTrial::validationAccuracy)
        .filter(accuracy -> !Double.isNaN(accuracy))
        .max()
        .orElse(Double.NaN);
  }

  /** Returns the columns that tell which configuration a row is of: {@code key} of its stage. */
  private List<String> identified(Column<TrialRow> key) {
    List<String> columns = new ArrayList<>(headers(TrialTable.STAGE, key));
    varied.forEach(axis -> columns.add(axis.column()));
    return columns;
  }

  private static List<String> headers(Column<?>... columns) {
    return Stream.of(columns).<String>map(Column::header).toList();
  }

  private static List<String> with(List<String> columns, String... more) {
    return with(columns, List.of(more));
  }

  private static List<String> with(List<String> columns, List<String> more) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(more);
    return all;
  }

  private static List<String> told(RunTrial trial, List<String> columns) {
    return new ArrayList<>(columns.stream().map(trial.row()::text).toList());
  }

  private static String told(double accuracy) {
    return Double.isNaN(accuracy) ? "" : String.valueOf(accuracy);
  }
}
