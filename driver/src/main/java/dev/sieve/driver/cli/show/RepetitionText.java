package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.driver.repeat.Repetition;
import dev.sieve.driver.repeat.Repetition.Difference;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A trial that was trained once more, in words. */
public final class RepetitionText {
  private RepetitionText() {}

  /** Returns what is trained: all that is not neutral; the configuration says it exactly. */
  public static String header(Trial trial) {
    Candidate chosen = trial.candidate();
    return Texts.format(
            "%s, repeat %d: configuration %s%n",
            trial.label(), trial.repeat(), trial.hyperparameters().configuration())
        + Texts.format(
            "  %s%n",
            Axes.ALL.stream()
                .filter(axis -> isTold(axis, chosen))
                .map(axis -> axis.name() + " " + axis.shownIn(chosen))
                .collect(Collectors.joining(", ")));
  }

  private static <T> boolean isTold(Axis<T> axis, Candidate chosen) {
    T value = chosen.get(axis);
    return value != null && !value.equals(axis.neutral());
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
        ? Texts.format("%s after %d updates%n", result.status(), result.steps())
        : Texts.format(
            "%s after %d updates: %s%n",
            result.failure(), result.steps(), repetition.failureMessage());
  }

  /** Returns how it compares with what is recorded: one line where it is the same. */
  public static String comparison(Repetition repetition) {
    if (repetition.differences().isEmpty()) {
      return Texts.format("nothing is recorded of it yet%n");
    }
    List<Difference> differences = repetition.differences().get();
    if (differences.isEmpty()) {
      return Texts.format(
          "the same as recorded, with the %d points of its curve, digit by digit%n",
          repetition.result().curve().size());
    }
    StringBuilder text = new StringBuilder(Texts.format("differs from what is recorded:%n"));
    for (Difference difference : differences) {
      text.append(
          Texts.format(
              "  %s: %s is recorded as %s, but was %s%n",
              difference.place(), difference.column(), difference.recorded(), difference.now()));
    }
    return text.toString();
  }
}
