package dev.sieve.export.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
public final class RunDirectory {
  /** Trials whose curves are kept, the best and an even choice of the others. */
  public static final int CURVES = 200;

  private static final List<String> TRIALS =
      List.of(
          "search", "stage", "trial", "configuration", "status", "epochs", "validation_accuracy");
  private static final List<String> POINTS =
      List.of("stage", "trial", "step", "epoch", "eta", "validation_accuracy");
  private static final Pattern MODEL = Pattern.compile(".+-\\d+\\.npz");

  private RunDirectory() {}

  /**
   * Reads the run in {@code folder}.
   *
   * @throws UnreadableRun if it is none, or a table is damaged or of another version
   */
  public static Run read(Path folder) {
    CsvTable table = table(folder, "trials", TRIALS);
    if (!table.exists()) {
      throw new UnreadableRun(
          Files.isDirectory(folder)
              ? "%s must be a run directory, but holds no trials.csv".formatted(folder)
              : "%s must be a run directory, but there is none".formatted(folder));
    }
    // Before the trials, which a running search writes first: so each ensemble has its trial there.
    List<Row> ofRepeats = rows(table(folder, "ensembles", Ensemble.REQUIRED));
    List<RunTrial> trials = table.rows().stream().map(RunTrial::of).toList();
    trials.forEach(
        RunTrial::validationAccuracy); // a damaged number is found before anything is written
    Optional<SearchConf> conf = SearchConf.read(folder.resolve("search.conf"));
    return new Run(
        folder,
        name(folder, trials, conf),
        conf,
        Provenance.read(folder.resolve("provenance.json")),
        stages(conf, trials),
        trials,
        curves(folder, trials),
        ensembles(ofRepeats, trials),
        rows(table(folder, "executions", List.of("stage", "trial"))),
        predictions(folder),
        models(folder.resolve("models")),
        rows(table(folder, "gradcheck", List.of())));
  }

  private static CsvTable table(Path folder, String name, List<String> required) {
    return new CsvTable(folder.resolve(name + ".csv"), required);
  }

  private static List<Row> rows(CsvTable table) {
    return table.exists() ? table.rows() : List.of();
  }

  private static String name(Path folder, List<RunTrial> trials, Optional<SearchConf> conf) {
    String told = conf.map(c -> c.text("name")).orElse("");
    if (!told.isEmpty()) {
      return told;
    }
    return trials.isEmpty()
        ? folder.toAbsolutePath().normalize().getFileName().toString()
        : trials.get(0).row().text("search");
  }

  /** Those of the conf; where it is missing, those that have trials. */
  private static List<Stage> stages(Optional<SearchConf> conf, List<RunTrial> trials) {
    List<Stage> stages = new ArrayList<>(conf.map(SearchConf::stages).orElse(List.of()));
    Set<String> known = new HashSet<>(stages.stream().map(Stage::name).toList());
    trials.stream()
        .map(RunTrial::stage)
        .filter(known::add)
        .forEach(name -> stages.add(new Stage(name, "", 0, "", 0, Map.of(), Map.of())));
    return stages;
  }

  private static Curves curves(Path folder, List<RunTrial> trials) {
    CsvTable table = table(folder, "curves", POINTS);
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
  private static List<Ensemble> ensembles(List<Row> ofRepeats, List<RunTrial> trials) {
    if (ofRepeats.isEmpty()) {
      return Configuration.of(trials.stream()).stream()
          .flatMap(configuration -> Ensemble.ofCycles(configuration).stream())
          .toList();
    }
    Map<String, RunTrial> byLabel = new HashMap<>();
    trials.forEach(trial -> byLabel.put(trial.label(), trial));
    return ofRepeats.stream().map(row -> Ensemble.ofRepeats(row, byLabel)).toList();
  }

  private static Optional<Predictions> predictions(Path folder) {
    CsvTable table = table(folder, "predictions", Predictions.REQUIRED);
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
      throw new UnreadableRun("cannot read %s: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
