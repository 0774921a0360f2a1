package dev.sieve.export.figure;

import dev.sieve.export.run.Range;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of {@code trials} that a search may vary, and how people call them.
 *
 * @param column its name in the table
 * @param title its name on an axis, with letter and unit
 * @param numeric whether its values are numbers
 */
public record Hyperparameter(String column, String title, boolean numeric) {
  private static final List<Hyperparameter> ALL =
      List.of(
          new Hyperparameter("hidden", "Hidden units", false),
          number("l2", "L2 penalty\u00a0λ"),
          number("eta_max", "Highest learning rate\u00a0η"),
          number("eta_min", "Lowest learning rate\u00a0η"),
          number("half_cycle", "Half-cycle (updates)"),
          number("decay_factor", "Decay factor"),
          number("decay_every", "Epochs between decays"),
          number("batch_size", "Batch size (images)"),
          number("epochs", "Budget (epochs)"),
          number("momentum", "Momentum"),
          number("label_smoothing", "Label smoothing"),
          number("flip", "Probability of a flip"),
          number("shift", "Largest shift (pixels)"),
          number("noise", "Input noise\u00a0(σ)"),
          number("dropout", "Dropout"),
          number("input_dropout", "Input dropout"),
          new Hyperparameter("objective", "Objective", false),
          new Hyperparameter("optimizer", "Optimizer", false),
          new Hyperparameter("schedule", "Schedule", false),
          new Hyperparameter("initialization", "Initialization", false),
          new Hyperparameter("normalization", "Normalization", false));

  private static Hyperparameter number(String column, String title) {
    return new Hyperparameter(column, title, true);
  }

  /** Returns those that differ between the competing trials of {@code runs}. */
  public static List<Hyperparameter> varied(Run... runs) {
    return ALL.stream()
        .filter(
            axis ->
                Arrays.stream(runs)
                        .flatMap(Run::competing)
                        .map(trial -> trial.row().text(axis.column))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .limit(2)
                        .count()
                    == 2)
        .filter(axis -> Arrays.stream(runs).flatMap(Run::competing).anyMatch(axis::isOwn))
        .toList();
  }

  /** Returns those that have a value in {@code trial} and say something: not 0, not none. */
  public static List<Hyperparameter> told(RunTrial trial) {
    return ALL.stream()
        .filter(axis -> trial.row().has(axis.column))
        .filter(axis -> axis.isOwn(trial))
        .filter(
            axis ->
                !axis.numeric || trial.row().number(axis.column) != 0 || axis.column.equals("l2"))
        .toList();
  }

  /** Whether {@code trial} has it beside others: a constant rate is its own lowest one. */
  private boolean isOwn(RunTrial trial) {
    return !column.equals("eta_min")
        || trial.row().number("eta_min") != trial.row().number("eta_max");
  }

  /**
   * Whether an axis of it is logarithmic: where the conf says so, or a list of numbers spans a
   * factor of 8 or more. Such an axis has a place of its own for 0.
   */
  public boolean logarithmic(Run run) {
    if (!numeric) {
      return false;
    }
    List<Range> told =
        run.stages().stream()
            .flatMap(stage -> Stream.ofNullable(stage.ranges().get(column)))
            .toList();
    double[] values =
        run.competing()
            .mapToDouble(t -> t.row().number(column))
            .filter(v -> v > 0)
            .sorted()
            .toArray();
    if (values.length == 0 || run.competing().anyMatch(t -> t.row().number(column) < 0)) {
      return false;
    }
    return told.isEmpty()
        ? values[values.length - 1] / values[0] >= 8
        : told.stream().anyMatch(Range::logarithmic);
  }

  /** Returns how the hyperparameter in {@code column} is called within a sentence. */
  public static String called(String column) {
    return ALL.stream()
        .filter(axis -> axis.column.equals(column))
        .map(Hyperparameter::inText)
        .findFirst()
        .orElse(column);
  }

  /** Returns how it is called within a sentence: by its letter, where it has one. */
  String inText() {
    return switch (column) {
      case "l2" -> "λ";
      case "eta_max" -> "η";
      case "epochs" -> "epochs";
      default -> title.replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT);
    };
  }

  /** Returns {@code λ 0.1, η 0.001}: what tells {@code trial} from others of {@code run}. */
  public static String setting(Run run, RunTrial trial) {
    return varied(run).stream()
        .filter(axis -> trial.row().has(axis.column))
        .map(axis -> axis.inText() + "\u00a0" + axis.value(trial))
        .collect(Collectors.joining(", "));
  }

  /** Returns its value in {@code trial}, as people read it. */
  public String value(RunTrial trial) {
    return Rounded.of(trial.row().text(column));
  }

  Axis axis(Run run) {
    return new Axis(column, title, logarithmic(run), false);
  }
}
