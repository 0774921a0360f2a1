package dev.sieve.export.page;

import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.result.TrialTable;
import dev.sieve.run.SearchPlan.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The settings in which several runs differ, and no others.
 *
 * @param runs their names
 * @param rows a setting each, with its value in each run
 */
record Differences(List<String> runs, List<Row> rows) {
  /** One setting. */
  record Row(String name, List<Value> values) {}

  /** What a setting is in one run. */
  record Value(String run, String text) {}

  boolean hasRows() {
    return !rows.isEmpty();
  }

  static Differences of(List<Run> runs) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<Map<String, String>> settings = runs.stream().map(Differences::settings).toList();
    settings.forEach(of -> of.keySet().forEach(name -> all.put(name, new ArrayList<>())));
    all.forEach(
        (name, values) -> settings.forEach(of -> values.add(of.getOrDefault(name, Text.NONE))));
    List<String> names = runs.stream().map(Run::name).toList();
    return new Differences(
        names,
        all.entrySet().stream()
            .filter(setting -> setting.getValue().stream().distinct().count() > 1)
            .map(setting -> new Row(setting.getKey(), told(names, setting.getValue())))
            .toList());
  }

  private static List<Value> told(List<String> names, List<String> values) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new Value(names.get(i), values.get(i)))
        .toList();
  }

  private static Map<String, String> settings(Run run) {
    Map<String, String> settings = new LinkedHashMap<>();
    run.plan()
        .recorded()
        .ifPresent(
            plan -> {
              settings.put("Data", plan.data().source());
              new TreeMap<>(plan.data().settings())
                  .forEach((key, value) -> settings.put("data." + key, String.valueOf(value)));
              settings.put("Examples to train and validate on", "" + plan.data().examples());
              settings.put("Test examples", "" + plan.data().testExamples());
              settings.put("Seed", "" + plan.seed());
            });
    settings.put("Fingerprint of the data", shortened(run.dataFingerprint()));
    settings.put(
        "Stages", run.stages().stream().map(Stage::name).collect(Collectors.joining(", ")));
    for (Stage stage : run.stages()) {
      settings.put("Stage " + stage.name(), searched(stage));
    }
    run.winner().map(Configuration::first).ifPresent(best -> best(run, best, settings));
    return settings;
  }

  private static String shortened(String fingerprint) {
    return fingerprint.substring(0, Math.min(12, fingerprint.length()));
  }

  private static String searched(Stage stage) {
    String trials = stage.trials() == 0 ? "" : Text.count(stage.trials(), "trial") + "; ";
    return trials + String.join("; ", Searched.lines(stage));
  }

  /** What the best configuration of a run was made of. */
  private static void best(Run run, RunTrial best, Map<String, String> settings) {
    settings.put("Best: training examples", best.row().text(TrialTable.TRAIN_IMAGES));
    settings.put("Best: validation examples", best.row().text(TrialTable.VALIDATION_IMAGES));
    Hyperparameter.of(run, best)
        .forEach(axis -> settings.put("Best: " + axis.name(), axis.value(best)));
  }
}
