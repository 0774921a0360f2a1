package dev.sieve.export.page;

import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.format.Numbers;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import dev.sieve.run.SearchPlan.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a search went: its stages, what each searched, what failed.
 *
 * @param heading name of the run where the page shows several; else null
 */
record Story(String heading, List<StageRow> stages, List<Failure> failures, String healthy) {

  /**
   * One stage.
   *
   * @param searched one line per axis, and where its ranges come from
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
        soundness(run));
  }

  private static String soundness(Run run) {
    if (run.trials().isEmpty()) {
      return "";
    }
    return run.trials().stream().anyMatch(RunTrial::pruned)
        ? "No trial failed."
        : "All trials completed.";
  }

  private static StageRow row(Run run, Stage stage) {
    List<RunTrial> trials = run.of(stage.name());
    String best =
        Text.percent(
            Configuration.of(trials.stream()).stream()
                .mapToDouble(c -> c.mean(TrialTable.VALIDATION_ACCURACY))
                .max()
                .orElse(Double.NaN));
    String epochs =
        trials.stream()
            .map(RunTrial::epochs)
            .distinct()
            .map(Numbers::shown)
            .collect(Collectors.joining(", "));
    return new StageRow(
        stage.name(),
        counted(stage, trials),
        Searched.lines(stage),
        epochs.isEmpty() ? Text.NONE : epochs,
        best);
  }

  private static String counted(Stage stage, List<RunTrial> trials) {
    int done = trials.size();
    if (done == 0) {
      return "not yet run";
    }
    long pruned = trials.stream().filter(RunTrial::pruned).count();
    return counted(stage, done) + (pruned == 0 ? "" : ", " + pruned + " of them pruned");
  }

  private static String counted(Stage stage, int done) {
    if (stage.trials() == 0 || stage.trials() == done) {
      return String.valueOf(done);
    }
    return done + (stage.saving().isEmpty() ? " of " : " of at most ") + stage.trials();
  }

  private static List<Failure> failures(Run run) {
    Map<String, List<RunTrial>> byCause = new LinkedHashMap<>();
    run.trials().stream()
        .filter(RunTrial::failed)
        .forEach(
            trial -> {
              String failure = trial.row().text(TrialTable.FAILURE);
              String cause = failure.isEmpty() ? trial.status() : failure;
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
            .filter(row -> row.text(ExecutionTable.STAGE).equals(trial.stage()))
            .filter(row -> row.text(ExecutionTable.TRIAL).equals(String.valueOf(trial.index())))
            .map((Row row) -> row.text(ExecutionTable.FAILURE_MESSAGE))
            .findFirst()
            .orElse("");
    return trial.label() + (message.isEmpty() ? "" : ": " + message);
  }
}
