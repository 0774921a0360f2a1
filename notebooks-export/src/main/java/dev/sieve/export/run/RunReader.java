package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.CurveRow;
import dev.sieve.result.CurveTable;
import dev.sieve.result.EnsembleTable;
import dev.sieve.result.ExecutionRow;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.GradientTable;
import dev.sieve.result.PredictionTable;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.run.CsvTable;
import dev.sieve.run.Row;
import dev.sieve.run.RunFiles;
import dev.sieve.run.SearchPlan;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.run.UnreadableRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a {@link Run} from its folder. Writes nothing. */
public final class RunReader {
  /** Trials whose curves are kept, the best and an even choice of the others. */
  public static final int CURVES = 200;

  private static final List<Column<TrialRow>> TRIALS =
      List.of(
          TrialTable.SEARCH,
          TrialTable.STAGE,
          TrialTable.TRIAL,
          TrialTable.CONFIGURATION,
          TrialTable.STATUS,
          TrialTable.VALIDATION_ACCURACY);
  private static final List<Column<CurveRow>> POINTS =
      List.of(
          CurveTable.STAGE,
          CurveTable.TRIAL,
          CurveTable.STEP,
          CurveTable.EPOCH,
          CurveTable.ETA,
          CurveTable.VALIDATION_ACCURACY);
  private static final List<Column<ExecutionRow>> EXECUTIONS =
      List.of(ExecutionTable.STAGE, ExecutionTable.TRIAL);
  private static final Pattern MODEL = Pattern.compile(".+-\\d+\\.npz");

  private RunReader() {}

  /**
   * Reads the run in {@code folder}.
   *
   * @throws UnreadableRun if it is none, or a table is damaged or of another version
   */
  public static Run read(Path folder) {
    CsvTable table = table(folder, TrialTable.NAME, TRIALS);
    if (!table.exists()) {
      throw new UnreadableRun(
          Files.isDirectory(folder)
              ? folder + " must be a run directory, but holds no trials.csv"
              : folder + " must be a run directory, but there is none");
    }
    // Before the trials, which a running search writes first: so each ensemble has its trial there.
    List<Row> ofRepeats = rows(table(folder, EnsembleTable.NAME, EnsembleResult.REQUIRED));
    List<RunTrial> recorded = table.rows().stream().map(RunTrial::of).toList();
    recorded.forEach(
        RunTrial::validationAccuracy); // a damaged number is found before anything is written
    RunPlan plan = RunPlan.read(folder, recorded);
    List<RunTrial> trials =
        plan.shape().isPresent() ? recorded : recorded.stream().map(RunTrial::ofFeatures).toList();
    return new Run(
        folder,
        name(folder, trials, plan),
        conf(folder.resolve(RunFiles.CONF)),
        plan,
        RecordedProvenance.read(folder.resolve(RunFiles.PROVENANCE)),
        trials,
        curves(folder, trials),
        ensembles(ofRepeats, trials),
        rows(table(folder, ExecutionTable.NAME, EXECUTIONS)),
        predictions(folder),
        models(folder.resolve(RunFiles.MODELS)),
        rows(table(folder, GradientTable.NAME, List.of())),
        Importances.read(folder));
  }

  private static CsvTable table(Path folder, String name, List<? extends Column<?>> required) {
    return CsvTable.in(folder.resolve(RunFiles.csv(name)), required);
  }

  private static List<Row> rows(CsvTable table) {
    return table.exists() ? table.rows() : List.of();
  }

  private static String name(Path folder, List<RunTrial> trials, RunPlan plan) {
    return plan.recorded()
        .map(SearchPlan::search)
        .orElseGet(
            () ->
                trials.isEmpty()
                    ? folder.toAbsolutePath().normalize().getFileName().toString()
                    : trials.get(0).row().text(TrialTable.SEARCH));
  }

  private static Optional<String> conf(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Curves curves(Path folder, List<RunTrial> trials) {
    CsvTable table = table(folder, CurveTable.NAME, POINTS);
    return table.exists() ? Curves.read(table, sample(trials)) : Curves.NONE;
  }

  /**
   * Returns the labels of at most {@link #CURVES} trials: a half the best, a half evenly chosen.
   */
  static Set<String> sample(List<RunTrial> trials) {
    Set<String> labels = new HashSet<>();
    if (trials.size() <= CURVES) {
      trials.forEach(trial -> labels.add(trial.label()));
      return labels;
    }
    Configuration.of(trials.stream().filter(t -> !t.stage().equals(Stage.FINAL))).stream()
        .min(Configuration.BEST_FIRST)
        .ifPresent(best -> labels.add(best.first().label()));
    trials.stream().filter(t -> t.stage().equals(Stage.FINAL)).forEach(t -> labels.add(t.label()));
    trials.stream()
        .filter(RunTrial::completed)
        .sorted(Comparator.comparingDouble(RunTrial::validationAccuracy).reversed())
        .limit(CURVES / 2)
        .forEach(trial -> labels.add(trial.label()));
    int others = CURVES - labels.size();
    for (int i = 0; i < others; i++) {
      labels.add(trials.get((int) ((long) i * trials.size() / others)).label());
    }
    return labels;
  }

  /** Those of repeats have a table of their own, those of cycles stand in their trials' rows. */
  private static List<EnsembleResult> ensembles(List<Row> ofRepeats, List<RunTrial> trials) {
    if (ofRepeats.isEmpty()) {
      return Configuration.of(trials.stream()).stream()
          .flatMap(configuration -> EnsembleResult.ofCycles(configuration).stream())
          .toList();
    }
    Map<String, RunTrial> byLabel = new HashMap<>();
    trials.forEach(trial -> byLabel.put(trial.label(), trial));
    return ofRepeats.stream().map(row -> EnsembleResult.ofRepeats(row, byLabel)).toList();
  }

  private static Optional<Predictions> predictions(Path folder) {
    CsvTable table = table(folder, PredictionTable.NAME, Predictions.REQUIRED);
    return table.exists() ? Optional.of(Predictions.read(table)) : Optional.empty();
  }

  private static List<Model> models(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> MODEL.matcher(file.getFileName().toString()).matches())
          .map(Model::of)
          .sorted(Comparator.comparing(Model::stage).thenComparingInt(Model::trial))
          .toList();
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
