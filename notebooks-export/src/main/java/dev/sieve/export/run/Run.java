package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.ImportanceRow;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.trial.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is read from a run directory.
 *
 * @param folder where it lies
 * @param name of the search
 * @param conf the text of {@code search.conf}
 * @param plan what was to be searched
 * @param trials in the order of the table
 * @param curves of all trials, or of a sample
 * @param ensembles networks that were measured together
 * @param executions where and how each trial ran, row by row
 * @param predictions of the final model
 * @param models whose weights were kept
 * @param gradientErrors rows of {@code gradcheck.csv}
 * @param importance what each searched hyperparameter does
 */
public record Run(
    Path folder,
    String name,
    Optional<String> conf,
    RunPlan plan,
    RecordedProvenance provenance,
    List<RunTrial> trials,
    Curves curves,
    List<EnsembleResult> ensembles,
    List<Row> executions,
    Optional<Predictions> predictions,
    List<Model> models,
    List<Row> gradientErrors,
    List<ImportanceRow> importance) {

  public Run {
    trials = List.copyOf(trials);
    ensembles = List.copyOf(ensembles);
    executions = List.copyOf(executions);
    models = List.copyOf(models);
    gradientErrors = List.copyOf(gradientErrors);
    importance = List.copyOf(importance);
  }

  /** Returns the same run by another name. */
  public Run named(String other) {
    return new Run(
        folder,
        other,
        conf,
        plan,
        provenance,
        trials,
        curves,
        ensembles,
        executions,
        predictions,
        models,
        gradientErrors,
        importance);
  }

  /** Returns the stages in their order, at least those that have trials. */
  public List<Stage> stages() {
    return plan.stages();
  }

  /** Returns whether all trials of all stages have ended, as far as the plan is known. */
  public boolean isComplete() {
    return !stages().isEmpty()
        && stages().stream()
            .allMatch(stage -> stage.trials() > 0 && of(stage.name()).size() >= stage.trials());
  }

  /** Returns what the search maximizes. */
  public Metric metric() {
    return plan.metric();
  }

  /** Returns the column that has it, of the validation examples. */
  public Column<TrialRow> measure() {
    return TrialTable.validation(metric());
  }

  /** Returns the names of so many classes of the data; their numbers where they have none. */
  public List<String> classNames(int classes) {
    return plan.classNames(classes, provenance);
  }

  /** Returns the trials of {@code stage}, in the order of the table. */
  public List<RunTrial> of(String stage) {
    return trials.stream().filter(trial -> trial.stage().equals(stage)).toList();
  }

  /** The trials that compete: all but those of {@code final}. */
  public Stream<RunTrial> competing() {
    return trials.stream().filter(trial -> !trial.stage().equals(Stage.FINAL));
  }

  /** Returns the configurations that compete, in the order of the table. */
  public List<Configuration> configurations() {
    return Configuration.of(competing());
  }

  /**
   * Returns the configurations that the best is chosen of: those of the stage that {@code final}
   * takes its own from, or of all stages where there is no such trial.
   */
  public List<Configuration> candidates() {
    List<Configuration> candidates =
        stages().stream()
            .filter(stage -> stage.isFinal() && stage.narrowed() != null)
            .flatMap(last -> Configuration.of(of(last.narrowed().from()).stream()).stream())
            .toList();
    return candidates.isEmpty() ? configurations() : candidates;
  }

  /** Returns the best of the {@link #candidates}; the first of equals. */
  public Optional<Configuration> best() {
    return candidates().stream().min(Configuration.BEST_FIRST);
  }

  /** Returns the hash of the data; empty where it is not known. */
  public String dataFingerprint() {
    return plan.recorded()
        .map(recorded -> recorded.data().fingerprint())
        .orElseGet(() -> provenance.fact("dataFingerprint"));
  }

  /** Returns the number of test images; 0 where it is not known. */
  public long testImages() {
    return predictions
        .map(all -> all.images().size())
        .or(() -> plan.recorded().map(recorded -> recorded.data().testExamples()))
        .orElse(0);
  }

  /** Returns the networks of {@code configuration} that were measured together, if any were. */
  public Optional<EnsembleResult> ensemble(Configuration configuration) {
    return ensembles.stream()
        .filter(ensemble -> configuration.repeats().contains(ensemble.first()))
        .findFirst();
  }

  /** Returns the model of {@code trial}, if it was kept. */
  public Optional<Model> model(RunTrial trial) {
    return models.stream()
        .filter(model -> model.stage().equals(trial.stage()) && model.trial() == trial.index())
        .findFirst();
  }

  /** Returns what the search came to: the configuration of {@code final}, or else the best. */
  public Optional<Configuration> winner() {
    return Configuration.of(of(Stage.FINAL).stream()).stream().findFirst().or(this::best);
  }
}
