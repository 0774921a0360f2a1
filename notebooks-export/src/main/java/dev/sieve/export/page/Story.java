package dev.sieve.export.page;

import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.figure.Rounded;
import dev.sieve.export.run.Range;
import dev.sieve.export.run.Row;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.run.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a search went: its stages, what was narrowed, what failed.
 *
 * @param heading name of the run where the page shows several; else null
 */
record Story(String heading, List<StageRow> stages, List<Failure> failures, String healthy) {

  /**
   * One stage.
   *
   * @param searched one line per axis, and why it was narrowed
   */
  record StageRow(String name, String trials, List<String> searched, String epochs, String best) {}

  /** What several trials failed of. */
  record Failure(String cause, int count, String message) {}

  boolean hasFailures() {
    return !failures.isEmpty();
  }

  static Story of(Run run, boolean several) {
    return new Story(
        several ? run.name() : null,
        run.stages().stream().map(stage -> row(run, stage)).toList(),
        failures(run),
        run.trials().isEmpty() ? "" : "All trials ended well.");
  }

  private static StageRow row(Run run, Stage stage) {
    List<RunTrial> trials = run.of(stage.name());
    String best =
        Text.percent(
            trials.stream()
                .filter(RunTrial::completed)
                .mapToDouble(RunTrial::validationAccuracy)
                .max()
                .orElse(Double.NaN));
    String epochs =
        trials.stream()
            .map(trial -> trial.row().text("epochs"))
            .distinct()
            .collect(Collectors.joining(", "));
    return new StageRow(
        stage.name(),
        counted(stage, trials.size()),
        searched(run, stage),
        epochs.isEmpty() ? Text.NONE : epochs,
        best);
  }

  private static String counted(Stage stage, int done) {
    if (done == 0) {
      return "not yet run";
    }
    boolean ended = stage.planned() == 0 || stage.planned() == done;
    return ended ? String.valueOf(done) : done + " of " + stage.planned();
  }

  private static List<String> searched(Run run, Stage stage) {
    if (stage.isFinal()) {
      return List.of(
          "the best configuration%s, trained %s"
              .formatted(
                  stage.from().isEmpty() ? "" : " of " + stage.from(),
                  stage.planned() > 1 ? stage.planned() + " more times" : "once more"));
    }
    List<String> lines = new ArrayList<>();
    if (!stage.space().isEmpty()) {
      lines.add(stage.sampler().equals("grid") ? "all combinations of" : "random points of");
    }
    stage
        .space()
        .forEach(
            (column, domain) ->
                lines.add(
                    stage.ranges().containsKey(column)
                        ? told(column, stage.ranges().get(column))
                        : Hyperparameter.called(column) + ": " + readable(domain)));
    Map<String, Range> narrowed = run.provenance().narrowed().getOrDefault(stage.name(), Map.of());
    narrowed.forEach((column, range) -> lines.add(told(column, range)));
    if (stage.best() > 0) {
      lines.add(
          "narrowed to what the best %d of %s span, and a margin"
              .formatted(stage.best(), stage.from()));
    }
    return lines;
  }

  private static String told(String column, Range range) {
    return "%s from %s to %s%s"
        .formatted(
            Hyperparameter.called(column),
            Rounded.of(range.low()),
            Rounded.of(range.high()),
            range.logarithmic() ? ", by its logarithm" : "");
  }

  /** A domain as the conf has it, without the marks that only a conf needs. */
  private static String readable(String domain) {
    return domain
        .replaceAll("^\\[|\\]$", "")
        .replaceAll("[\"{}]", "")
        .replace(",", ", ")
        .replace(":", " ");
  }

  private static List<Failure> failures(Run run) {
    Map<String, List<RunTrial>> byCause = new LinkedHashMap<>();
    run.trials().stream()
        .filter(trial -> !trial.completed())
        .forEach(
            trial -> {
              String failure = trial.row().text("failure");
              String cause = failure.isEmpty() ? trial.row().text("status") : failure;
              byCause.computeIfAbsent(cause, name -> new ArrayList<>()).add(trial);
            });
    return byCause.entrySet().stream()
        .map(
            cause ->
                new Failure(
                    cause.getKey(), cause.getValue().size(), message(run, cause.getValue().get(0))))
        .toList();
  }

  private static String message(Run run, RunTrial trial) {
    String message =
        run.executions().stream()
            .filter(row -> row.text("stage").equals(trial.stage()))
            .filter(row -> row.text("trial").equals(String.valueOf(trial.index())))
            .map((Row row) -> row.text("failure_message"))
            .findFirst()
            .orElse("");
    return trial.label() + (message.isEmpty() ? "" : ": " + message);
  }
}
