package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.statistics.Interval;
import dev.sieve.trial.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One configuration in one stage: all trainings of the same hyperparameters and the same length.
 *
 * @param repeats its trials that completed, at least one, in the order of the table
 * @param whole whether all of its trials completed
 */
public record Configuration(List<RunTrial> repeats, boolean whole) {
  /** As the search ranks them. */
  public static final Comparator<Configuration> BEST_FIRST =
      Comparator.comparing(Configuration::standing, Standing.BEST_FIRST);

  public Configuration {
    repeats = List.copyOf(repeats);
  }

  /** Returns the configurations of which at least one of {@code trials} completed, in order. */
  public static List<Configuration> of(Stream<RunTrial> trials) {
    Map<List<String>, List<RunTrial>> groups = new LinkedHashMap<>();
    trials.forEach(
        trial ->
            groups
                .computeIfAbsent(
                    List.of(trial.stage(), trial.configuration(), String.valueOf(trial.epochs())),
                    key -> new ArrayList<>())
                .add(trial));
    return groups.values().stream()
        .filter(group -> group.stream().anyMatch(RunTrial::completed))
        .map(
            group ->
                new Configuration(
                    group.stream().filter(RunTrial::completed).toList(),
                    group.stream().allMatch(RunTrial::completed)))
        .toList();
  }

  /** Returns its first training, which stands for the others where one must be chosen. */
  public RunTrial first() {
    return repeats.get(0);
  }

  /** Returns what the search ranked it by. */
  public Standing standing() {
    return Standing.of(whole, repeats.stream().mapToDouble(Configuration::worth));
  }

  /** Returns its score, where its stage chose by that, or else its accuracy. */
  private static double worth(RunTrial trial) {
    return trial.row().has(TrialTable.SCORE)
        ? trial.row().number(TrialTable.SCORE)
        : trial.validationAccuracy();
  }

  public String stage() {
    return first().stage();
  }

  /** Returns the mean of the numbers in {@code column}; NaN where there are none. */
  public double mean(Column<TrialRow> column) {
    return Arrays.stream(values(column)).average().orElse(Double.NaN);
  }

  /**
   * Returns the 95 % interval of the mean accuracy in {@code column}; empty for less than two
   * values.
   *
   * @param images that each was measured on; 0 where that is not known, so that it covers random
   *     seeds alone
   */
  public Optional<Interval> interval(Column<TrialRow> column, long images) {
    double[] values = values(column);
    if (values.length < 2) {
      return Optional.empty();
    }
    return Optional.of(images < 1 ? Interval.ofMean(values) : Interval.ofTrainings(values, images));
  }

  /** Returns the validation accuracy of each repeat that completed, in the order of the table. */
  public List<Double> accuracies() {
    return repeats.stream().map(RunTrial::validationAccuracy).toList();
  }

  private double[] values(Column<TrialRow> column) {
    return repeats.stream()
        .mapToDouble(trial -> trial.row().number(column))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
