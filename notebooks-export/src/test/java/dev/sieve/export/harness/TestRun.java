package dev.sieve.export.harness;

import dev.sieve.result.Column;
import dev.sieve.result.CurveTable;
import dev.sieve.result.EnsembleTable;
import dev.sieve.result.ImportanceTable;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Npz;
import dev.sieve.run.PlanFile;
import dev.sieve.run.Planned;
import dev.sieve.run.RunFiles;
import dev.sieve.run.SearchPlan;
import dev.sieve.run.SearchPlan.Narrowed;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.space.Axes;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.SearchSpace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run directory with plausible numbers: a coarse stage over λ and η, a fine one near its best.
 *
 * @param folder where it lies
 */
public record TestRun(Path folder) {
  private static final String CONF = "search { name = tested, seed = 1 }\n";

  /** What a test of the driver holds the driver to. */
  private static final Path PROVENANCE =
      Path.of("..", "driver/src/test/resources/dev/sieve/driver/run/provenance.json");

  /** Writes a run of {@code coarse} and {@code fine} trials, {@code points} measurements each. */
  public static TestRun write(Path folder, int coarse, int fine, int points) {
    try {
      Files.createDirectories(folder.resolve("models"));
      TestRun run = new TestRun(folder);
      Files.writeString(folder.resolve(RunFiles.CONF), CONF);
      Files.writeString(folder.resolve(RunFiles.PLAN), PlanFile.text(plan(coarse, fine)));
      Files.copy(
          PROVENANCE, folder.resolve("provenance.json"), StandardCopyOption.REPLACE_EXISTING);
      run.trials(coarse, fine, points);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchPlan plan(int coarse, int fine) {
    SearchSpace wide =
        SearchSpace.EMPTY
            .with(Axes.L2, new Domain.LogUniform(1e-5, 0.1))
            .with(ScheduleAxes.ETA_MAX, new Domain.LogUniform(0.01, 0.5));
    SearchSpace narrow =
        SearchSpace.EMPTY
            .with(Axes.L2, new Domain.LogUniform(0.001, 0.02))
            .with(ScheduleAxes.ETA_MAX, new Domain.LogUniform(0.1, 0.4));
    return new SearchPlan(
        "tested",
        1,
        new SearchPlan.Data(
            "synthetic",
            Map.of("synthetic.train", 100, "synthetic.test", 40, "synthetic.seed", 1),
            List.of(new SearchPlan.Part("synthetic", 100)),
            100,
            40,
            3072,
            new SearchPlan.Image(32, 32, 3),
            3,
            List.of("cat", "dog", "owl"),
            "abc"),
        null,
        List.of(
            stage("coarse", "random", coarse, null, wide),
            stage(
                "fine",
                "random",
                fine,
                new Narrowed("coarse", 3, 0.1, "range of coarse's 3 best, plus a margin"),
                narrow),
            stage("final", null, 1, new Narrowed("fine", 1, 0, "the best of fine"), wide)));
  }

  private static Stage stage(
      String name, String sampler, int trials, Narrowed narrowed, SearchSpace space) {
    return new Stage(
        name, sampler, 1, trials, trials, "per-pixel", null, 80, 20, narrowed, Planned.axes(space));
  }

  private void trials(int coarse, int fine, int points) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    try (BufferedWriter trials = Files.newBufferedWriter(folder.resolve("trials.csv"));
        BufferedWriter curves = Files.newBufferedWriter(folder.resolve("curves.csv"))) {
      trials.write(header(TrialTable.COLUMNS));
      curves.write(header(CurveTable.COLUMNS));
      for (int i = 0; i < coarse + fine; i++) {
        boolean early = i < coarse;
        double l2 =
            early
                ? Math.pow(10, -5 + 4 * random.nextDouble())
                : 0.001 + 0.019 * random.nextDouble();
        double eta =
            early ? 0.01 * Math.pow(50, random.nextDouble()) : 0.1 + 0.3 * random.nextDouble();
        double accuracy = 0.5 - 0.02 * Math.abs(Math.log(l2 / 0.006)) + 0.02 * random.nextDouble();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stage", early ? "coarse" : "fine");
        values.put("trial", early ? i : i - coarse);
        values.put("configuration", "c" + i);
        values.put("l2", l2);
        values.put("eta_max", eta);
        values.put("epochs", early ? 4 : 8);
        values.put("validation_accuracy", accuracy);
        trials.write(trial(values));
        curve(curves, values, points, accuracy);
      }
    }
  }

  private static <R> String header(List<Column<R>> columns) {
    return columns.stream().map(Column::header).collect(Collectors.joining(",", "", "\n"));
  }

  /** A row of {@code trials.csv}; what is not told has the value of every trial. */
  private static String trial(Map<String, Object> told) {
    Map<String, Object> values =
        new LinkedHashMap<>(
            Map.of(
                "search",
                "tested",
                "repeat",
                0,
                "status",
                "COMPLETED",
                "hidden",
                "50",
                "schedule",
                "triangular",
                "eta_min",
                1e-5,
                "half_cycle",
                160,
                "batch_size",
                100,
                "train_images",
                8000));
    values.put("validation_images", 2000);
    values.put("train_accuracy", 0.6);
    values.putAll(told);
    return row(TrialTable.COLUMNS, values);
  }

  private static <R> String row(List<Column<R>> columns, Map<String, Object> values) {
    return columns.stream()
        .map(column -> String.valueOf(values.getOrDefault(column.header(), "")))
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static void curve(
      BufferedWriter curves, Map<String, Object> trial, int points, double accuracy)
      throws IOException {
    for (int point = 0; point < points; point++) {
      double share = (double) point / Math.max(1, points - 1);
      curves.write(
          String.format(
              Locale.ROOT,
              "tested,%s,%s,%d,%.3f,%.5f,%s,%s,%s,%.4f,%.4f,%.4f,,,%n",
              trial.get("stage"),
              trial.get("trial"),
              point * 80L,
              (double) point,
              0.1,
              point == 0 ? "" : 2 - share,
              point == 0 ? "" : 2.1 - share,
              point == 0 ? "" : 0.1 + 0.5 * share,
              2.2 - share,
              2.3 - share,
              0.1 + (accuracy - 0.1) * share));
    }
  }

  /** Adds the stage {@code final}: its trial, 40 predictions, and a network of one layer. */
  public TestRun withFinal() {
    append(
        "trials.csv",
        trial(
            Map.of(
                "stage",
                "final",
                "trial",
                0,
                "configuration",
                "c0",
                "l2",
                0.006,
                "eta_max",
                0.2,
                "epochs",
                8,
                "validation_accuracy",
                0.48,
                "test_accuracy",
                0.475)));
    StringBuilder predictions = new StringBuilder("stage,trial,image,label,predicted,p0,p1,p2\n");
    for (int image = 0; image < 40; image++) {
      predictions.append(
          String.format(
              Locale.ROOT,
              "final,0,%d,%d,%d,0.2,0.5,0.3\n",
              image,
              image % 3,
              image % 5 == 0 ? 1 : image % 3));
    }
    write("predictions.csv", predictions.toString());
    model("final-0");
    return this;
  }

  /** Makes it one of examples that are no images. */
  public TestRun ofTable() {
    return write(
        RunFiles.PLAN, text(RunFiles.PLAN).replaceFirst("\"image\" : \\{[^}]*\\},\\s*", ""));
  }

  /** Makes its data have {@code classes} classes, and one prediction of each: the next class. */
  public TestRun withClasses(int classes) {
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    String quoted = names.stream().collect(Collectors.joining("\", \"", "[ \"", "\" ]"));
    write(
        RunFiles.PLAN,
        text(RunFiles.PLAN)
            .replace("\"classes\" : 3", "\"classes\" : " + classes)
            .replaceFirst("\"classNames\" : \\[[^]]*\\]", "\"classNames\" : " + quoted));
    StringBuilder predictions = new StringBuilder("stage,trial,image,label,predicted");
    IntStream.range(0, classes).forEach(i -> predictions.append(",p").append(i));
    for (int i = 0; i < classes; i++) {
      predictions.append(String.format(Locale.ROOT, "%nfinal,0,%d,%d,%d", i, i, (i + 1) % classes));
      predictions.append(",0.01".repeat(classes));
    }
    return write("predictions.csv", predictions.append("\n").toString());
  }

  /** Writes weights of a network without hidden layers. */
  private void model(String name) {
    float[] weights = new float[3072 * 10];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.sin(i / 97.0);
    }
    try {
      Files.write(
          folder.resolve(RunFiles.MODELS).resolve(name + RunFiles.ARRAYS),
          new Npz().add(RunFiles.weights(1), weights, 3072, 10).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes repeats of the first four coarse trials, two and two, and adds the table {@code
   * ensembles}. The second pair is the better one, and has test accuracies.
   */
  public TestRun withEnsembles() {
    replace("trials.csv", ",c1,0,", ",c0,1,");
    replace("trials.csv", ",c3,0,", ",c2,1,");
    String first = ensemble(Map.of("trial", 0, "configuration", "c0"), 0.47, 0.51);
    String second =
        ensemble(
            Map.of(
                "trial",
                2,
                "configuration",
                "c2",
                "single_test_accuracy",
                0.49,
                "test_accuracy",
                0.545),
            0.48,
            0.55);
    return write("ensembles.csv", header(EnsembleTable.COLUMNS) + first + second);
  }

  private static String ensemble(Map<String, Object> told, double single, double together) {
    Map<String, Object> values = new LinkedHashMap<>(told);
    values.put("search", "tested");
    values.put("stage", "coarse");
    values.put("epochs", 4);
    values.put("networks", 2);
    values.put("single_validation_accuracy", single);
    values.put("validation_accuracy", together);
    return row(EnsembleTable.COLUMNS, values);
  }

  /** Adds a trial that diverged. */
  public TestRun withDiverged() {
    append(
        "trials.csv",
        trial(
            Map.of(
                "stage",
                "coarse",
                "trial",
                900,
                "configuration",
                "d",
                "status",
                "DIVERGED",
                "failure",
                "DIVERGED",
                "l2",
                0.05,
                "eta_max",
                0.5,
                "epochs",
                4,
                "train_accuracy",
                "")));
    write(
        "executions.csv",
        "stage,trial,pack,seconds,blas,failure_message\ncoarse,900,p,1.5,java,loss is 1e9\n");
    return this;
  }

  /** Adds the table {@code importance} of stage {@code coarse}. */
  public TestRun withImportance() {
    Map<String, Object> eta =
        Map.of("hyperparameter", "eta-max", "share", 0.71, "deviation", 0.05, "share_of_best", 0.3);
    Map<String, Object> l2 =
        Map.of("hyperparameter", "l2", "share", 0.12, "deviation", 0.01, "share_of_best", 0.5);
    Map<String, Object> both =
        Map.of(
            "hyperparameter",
            "l2",
            "other",
            "eta-max",
            "share",
            0.1,
            "deviation",
            0.01,
            "share_of_best",
            0.1);
    return write(
        "importance.csv",
        header(ImportanceTable.COLUMNS) + importance(eta) + importance(l2) + importance(both));
  }

  private static String importance(Map<String, Object> told) {
    Map<String, Object> values = new LinkedHashMap<>(told);
    values.put("search", "tested");
    values.put("stage", "coarse");
    values.put("configurations", 20);
    values.put("deviation_of_best", 0.02);
    values.put("chance", 0.01);
    return row(ImportanceTable.COLUMNS, values);
  }

  /** Adds the table {@code executions}: each trial is a pack of its own, one a second. */
  public TestRun withTimes() {
    StringBuilder table =
        new StringBuilder("stage,trial,pack,started_at,seconds,host,executor,failure_message\n");
    String[] lines = text("trials.csv").split("\n", -1);
    for (int i = 1; i < lines.length - 1; i++) {
      String[] cells = lines[i].split(",", -1);
      table.append(
          String.format(
              Locale.ROOT,
              "%s,%s,p%d,2026-01-01T00:%02d:%02dZ,1.5,h,driver,\n",
              cells[1],
              cells[2],
              i,
              i / 60,
              i % 60));
    }
    return write("executions.csv", table.toString());
  }

  /** Adds the table {@code executions}: two packs on two cores, each trial ends a second later. */
  public TestRun withTimesOfTrials() {
    StringBuilder table =
        new StringBuilder(
            "stage,trial,pack,started_at,seconds,host,executor,failure_message,"
                + "trial_started_at,trial_ended_at,core\n");
    String[] lines = text("trials.csv").split("\n", -1);
    for (int i = 1; i < lines.length - 1; i++) {
      String[] cells = lines[i].split(",", -1);
      table.append(
          String.format(
              Locale.ROOT,
              "%s,%s,p%d,2026-01-01T00:00:00Z,60,h,driver,,2026-01-01T00:00:00.500Z,2026-01-01T00:00:%02dZ,%d\n",
              cells[1],
              cells[2],
              i % 2,
              i,
              1 + i % 2));
    }
    return write("executions.csv", table.toString());
  }

  /** Replaces {@code old} in {@code file} by {@code with}, everywhere. */
  public TestRun replace(String file, String old, String with) {
    write(file, text(file).replace(old, with));
    return this;
  }

  /** Writes {@code value} into {@code column} of trial row {@code number}, from 0. */
  public TestRun set(int number, Column<?> column, Object value) {
    return set(number, column.header(), value);
  }

  /** As above, by the column's name. */
  public TestRun set(int number, String column, Object value) {
    String[] lines = text("trials.csv").split("\n", -1);
    int place = List.of(lines[0].split(",", -1)).indexOf(column);
    String[] cells = lines[number + 1].split(",", -1);
    cells[place] = String.valueOf(value);
    lines[number + 1] = String.join(",", cells);
    return write("trials.csv", String.join("\n", lines));
  }

  /** Makes row {@code number} that of a trial whose cycles were measured together. */
  public TestRun withCycles(int number, int networks, double validation, double test) {
    return set(number, TrialTable.ENSEMBLE_SIZE, networks)
        .set(number, TrialTable.ENSEMBLE_VALIDATION_ACCURACY, validation)
        .set(number, TrialTable.ENSEMBLE_TEST_ACCURACY, test);
  }

  /** Returns the text of {@code file}. */
  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code file}. */
  public TestRun write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes {@code file}. */
  public TestRun without(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String file, String text) {
    write(file, text(file) + text);
  }
}
