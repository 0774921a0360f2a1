package dev.sieve.driver.cli.show;

import dev.sieve.driver.repeat.Repetition;
import dev.sieve.driver.repeat.Repetition.Difference;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** A trial that was trained once more, in words. */
public final class RepetitionText {
  private RepetitionText() {}

  /** Returns what is trained. */
  public static String header(Trial trial) {
    Hyperparameters chosen = trial.hyperparameters();
    return "%s, repeat %d: configuration %s%n"
            .formatted(trial.label(), trial.repeat(), chosen.configuration())
        + "  hidden %s, l2 %s, batch-size %d, %d epochs, %s%n"
            .formatted(
                chosen.hiddenText(),
                chosen.l2(),
                chosen.batchSize(),
                trial.epochs(),
                chosen.initialization().text())
        + "  %s, %s, %s%n".formatted(chosen.schedule().text(), objective(chosen), optimizer(chosen))
        + regularization(chosen);
  }

  private static String objective(Hyperparameters chosen) {
    double smoothing = chosen.objective().labelSmoothing();
    return chosen.objective().text() + (smoothing == 0 ? "" : " smoothed by " + smoothing);
  }

  private static String optimizer(Hyperparameters chosen) {
    double momentum = chosen.optimizer().momentum();
    return chosen.optimizer().text() + (momentum == 0 ? "" : " " + momentum);
  }

  /** Returns a line with what of dropout and augmentation is used; nothing where nothing is. */
  private static String regularization(Hyperparameters chosen) {
    Augmentation augmentation = chosen.augmentation();
    List<String> used = new ArrayList<>();
    add(used, "dropout", chosen.dropout());
    add(used, "flip", augmentation.flip());
    if (augmentation.shift() > 0) {
      used.add("shift " + augmentation.shift() + ", " + augmentation.fill().text());
    }
    add(used, "noise", augmentation.noise());
    add(used, "input-dropout", augmentation.dropout());
    return used.isEmpty() ? "" : "  %s%n".formatted(String.join(", ", used));
  }

  private static void add(List<String> used, String name, double value) {
    if (value != 0) {
      used.add(name + " " + value);
    }
  }

  /** Returns the learning curve, all digits. */
  public static String curve(Repetition repetition) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("step", "eta", "train loss", "validation loss", "validation accuracy"));
    for (CurvePoint point : repetition.result().curve()) {
      rows.add(
          List.of(
              String.valueOf(point.step()),
              String.valueOf(point.eta()),
              loss(point.train()),
              loss(point.validation()),
              String.valueOf(point.validation().accuracy())));
    }
    return TextTable.aligned(rows);
  }

  private static String loss(Metrics metrics) {
    return metrics == null ? "-" : String.valueOf(metrics.loss());
  }

  /** Returns how it ended. */
  public static String end(Repetition repetition) {
    TrialResult result = repetition.result();
    return result.failure() == null
        ? "%s after %d updates%n".formatted(result.status(), result.steps())
        : "%s after %d updates: %s%n"
            .formatted(result.failure(), result.steps(), repetition.failureMessage());
  }

  /** Returns how it compares with what is recorded: one line where it is the same. */
  public static String comparison(Repetition repetition) {
    if (repetition.differences().isEmpty()) {
      return "nothing is recorded of it yet%n".formatted();
    }
    List<Difference> differences = repetition.differences().get();
    if (differences.isEmpty()) {
      return "the same as recorded, with the %d points of its curve, digit by digit%n"
          .formatted(repetition.result().curve().size());
    }
    StringBuilder text = new StringBuilder("differs from what is recorded:%n".formatted());
    for (Difference difference : differences) {
      text.append(
          "  %s: %s is recorded as %s, but was %s%n"
              .formatted(
                  difference.place(),
                  difference.column(),
                  difference.recorded(),
                  difference.now()));
    }
    return text.toString();
  }
}
