package dev.sieve.export.notebook;

import dev.sieve.Texts;
import dev.sieve.export.draw.Json;
import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Measure;
import dev.sieve.export.run.Model;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.result.Column;
import dev.sieve.result.TrialTable;
import dev.sieve.run.SearchPlan.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Chooses the cells for what the runs have: no cell fails for want of a table.
 *
 * @param runs one, or several to compare
 * @param pictures what the cells show before any kernel runs
 * @param place the folder where the notebook will lie
 */
record Cells(List<Run> runs, Pictures pictures, Path place) {
  List<Cell> all() throws IOException {
    return runs.size() == 1 ? one(runs.get(0)) : several();
  }

  private List<Cell> one(Run run) throws IOException {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        Cell.text(
            "title",
            Texts.format(
                "# %s\n\n%s",
                run.name(),
                pictures.any()
                    ? "`sieve export` drew what is shown. Run the code to make it again from the"
                        + " tables of the run."
                    : "Run the code to draw the figures from the tables of the run. `sieve export"
                        + " --figures` shows them before.")));
    cells.add(Cell.code("setup", "setup", Map.of("run", Json.of(path(run))), List.of()));
    TableCells tables = new TableCells(run, varied());
    cells.addAll(tables.all());
    curves(run, cells);
    space(cells);
    if (run.predictions().isPresent()) {
      cells.add(Cell.text("predictions-title", "## Predictions on the test examples"));
      cells.add(
          Cell.code(
              "predictions",
              "predictions",
              Map.of("classes", Json.of(run.classNames(run.predictions().get().classes()))),
              pictures.of("probability", "confusion", "mistakes")));
    }
    templates(run, cells);
    cells.add(Cell.text("duckdb-title", "## The stages by SQL, if DuckDB is installed"));
    cells.add(tables.stages());
    return cells;
  }

  private List<Cell> several() throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    runs.forEach(run -> paths.put(run.name(), path(run)));
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text("title", "# Runs compared"));
    cells.add(Cell.code("setup", "setup-several", Map.of("runs", Json.of(paths)), List.of()));
    if (runs.stream().anyMatch(run -> run.best().isPresent())) {
      cells.add(
          Cell.text(
              "best-title", "## The best trial of each run, by validation " + measure().name()));
      List<String> columns = new ArrayList<>(List.of("run"));
      columns.addAll(columns());
      cells.add(
          Cell.code(
              "best",
              "best-several",
              Map.of(
                  "columns",
                  Json.of(columns),
                  "measure",
                  measure().column().header(),
                  "ascending",
                  measure().isLoss() ? "True" : "False"),
              pictures.of("winners")));
    }
    space(cells);
    return cells;
  }

  private List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            Stream.of(
                    TrialTable.STAGE,
                    TrialTable.TRIAL,
                    TrialTable.CONFIGURATION,
                    measure().column())
                .map(Column::header)
                .toList());
    varied().forEach(axis -> columns.add(axis.column()));
    return columns;
  }

  private Measure measure() {
    return Measure.of(runs);
  }

  private List<Hyperparameter> varied() {
    return Hyperparameter.varied(runs.toArray(Run[]::new));
  }

  private void curves(Run run, List<Cell> cells) throws IOException {
    RunTrial winner = run.winner().map(Configuration::first).orElse(null);
    if (winner != null && run.curves().of(winner).size() >= 2) {
      cells.add(Cell.text("curves-title", "## Learning curves of trial " + winner.label()));
      cells.add(
          Cell.code(
              "curves",
              "curves",
              Map.of("stage", Json.of(winner.stage()), "trial", String.valueOf(winner.index())),
              pictures.of("loss-", "accuracy-" + winner.stage() + "-", "learning-rate-")));
    }
  }

  /** What was searched, and how the search went on. */
  private void space(List<Cell> cells) throws IOException {
    String by = runs.size() == 1 ? "stage" : "run";
    Map<String, List<String>> scales = new LinkedHashMap<>();
    varied().stream()
        .filter(Hyperparameter::numeric)
        .forEach(
            axis ->
                scales.put(
                    axis.column(),
                    List.of(
                        axis.title(),
                        runs.stream().anyMatch(axis::logarithmic) ? "log" : "linear")));
    if (runs.stream().flatMap(Run::competing).filter(RunTrial::completed).count() < 2) {
      return;
    }
    if (!scales.isEmpty()) {
      List<Map<String, Object>> shown = new ArrayList<>();
      for (String column : scales.keySet()) {
        String name = column.replace('_', '-');
        shown.addAll(pictures.of(measure().id() + "-" + name, "runs-" + name));
      }
      shown.addAll(pictures.of("map-"));
      cells.add(
          Cell.text(
              "slices-title",
              "## " + capitalized(measure().name()) + " against the hyperparameters"));
      cells.add(
          Cell.code(
              "slices",
              "slices",
              Map.of(
                  "varied",
                  Json.of(scales),
                  "by",
                  by,
                  "measure",
                  measure().column().header(),
                  "factor",
                  factor(),
                  "title",
                  Json.of(measure().title())),
              shown));
    }
    cells.add(Cell.text("history-title", "## Best " + measure().name() + " so far"));
    cells.add(
        Cell.code(
            "history",
            "history",
            Map.of(
                "by",
                by,
                "measure",
                measure().column().header(),
                "factor",
                factor(),
                "title",
                Json.of(measure().title()),
                "best",
                measure().isLoss() ? "cummin" : "cummax"),
            pictures.of("history-", "best-so-far")));
  }

  /** Per cents of shares. */
  private String factor() {
    return measure().isLoss() ? "1" : "100";
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private void templates(Run run, List<Cell> cells) throws IOException {
    if (pictures.has("templates-")) {
      Model model =
          run.models().stream()
              .filter(m -> m.stage().equals(Stage.FINAL))
              .findFirst()
              .orElse(run.models().get(0));
      cells.add(Cell.text("templates-title", "## First-layer weights of model " + model.name()));
      cells.add(
          Cell.code(
              "templates",
              "templates",
              Map.of("model", Json.of(model.name() + ".npz")),
              pictures.of("templates-")));
    }
  }

  /** From the notebook's folder to the run, so that both can be moved together. */
  private String path(Run run) {
    Path from = place.toAbsolutePath().normalize();
    return from.relativize(run.folder().toAbsolutePath().normalize()).toString().replace('\\', '/');
  }
}
