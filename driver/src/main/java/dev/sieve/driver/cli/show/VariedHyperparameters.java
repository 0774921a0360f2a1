package dev.sieve.driver.cli.show;

import dev.sieve.space.Hyperparameters;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.trial.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hyperparameters in which some trials differ: those that are worth showing. */
record VariedHyperparameters(List<String> names) {
  private static final MathContext SHORT = new MathContext(3);

  static VariedHyperparameters of(List<Trial> trials) {
    List<Map<String, String>> all = trials.stream().map(VariedHyperparameters::all).toList();
    List<String> names =
        all.stream().flatMap(values -> values.keySet().stream()).distinct().toList();
    return new VariedHyperparameters(
        names.stream()
            .filter(name -> all.stream().map(v -> v.getOrDefault(name, "")).distinct().count() > 1)
            .toList());
  }

  /** Returns those that are not among {@code others}. */
  VariedHyperparameters without(Set<String> others) {
    return new VariedHyperparameters(
        names.stream().filter(name -> !others.contains(name)).toList());
  }

  /** Returns {@code l2=0.00512 eta-max=0.083}; empty where nothing varies. */
  String text(Trial trial) {
    Map<String, String> values = all(trial);
    return names.stream()
        .map(name -> name + "=" + values.getOrDefault(name, "-"))
        .collect(Collectors.joining(" "));
  }

  /** Returns the value of each of {@link #names}. */
  List<String> values(Trial trial) {
    Map<String, String> values = all(trial);
    return names.stream().map(name -> values.getOrDefault(name, "-")).toList();
  }

  private static Map<String, String> all(Trial trial) {
    Hyperparameters chosen = trial.hyperparameters();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("l2", number(chosen.l2()));
    values.put("eta-max", number(chosen.schedule().etaMax()));
    values.put("eta-min", number(chosen.schedule().etaMin()));
    LearningRateSchedule schedule = chosen.schedule();
    values.put("schedule", schedule.shape().text());
    if (schedule.halfCycle() != null) {
      values.put("half-cycle", schedule.halfCycle().text());
    }
    if (schedule.decayFactor() != null) {
      values.put("decay-factor", number(schedule.decayFactor()));
    }
    if (schedule.decayEvery() != null) {
      values.put("decay-every", String.valueOf(schedule.decayEvery()));
    }
    values.put("batch-size", String.valueOf(chosen.batchSize()));
    values.put("hidden", chosen.hiddenText());
    values.put("initialization", chosen.initialization().text());
    values.put("objective", chosen.objective().text());
    values.put("label-smoothing", number(chosen.objective().labelSmoothing()));
    values.put("optimizer", chosen.optimizer().text());
    values.put("momentum", number(chosen.optimizer().momentum()));
    values.put("dropout", number(chosen.dropout()));
    values.put("flip", number(chosen.augmentation().flip()));
    values.put("shift", String.valueOf(chosen.augmentation().shift()));
    values.put("shift-fill", chosen.augmentation().fill().text());
    values.put("noise", number(chosen.augmentation().noise()));
    values.put("input-dropout", number(chosen.augmentation().dropout()));
    values.put("epochs", String.valueOf(trial.epochs()));
    return values;
  }

  /** Returns three significant digits, plainly where that is short. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(SHORT).stripTrailingZeros();
    return value != 0 && Math.abs(value) < 1e-4 ? rounded.toString() : rounded.toPlainString();
  }
}
