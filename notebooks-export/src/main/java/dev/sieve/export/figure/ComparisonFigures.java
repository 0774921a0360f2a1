package dev.sieve.export.figure;

import dev.sieve.Texts;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Measure;
import dev.sieve.export.run.Measurement;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.run.Uncertainty;
import dev.sieve.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several runs on the same axes, the run as colour. */
final class ComparisonFigures {
  private ComparisonFigures() {}

  static List<Figure> of(List<Run> runs) {
    List<Figure> figures = new ArrayList<>();
    figures.add(winners(runs));
    figures.add(curves(runs));
    figures.add(history(runs));
    Hyperparameter.searched(runs).stream()
        .filter(Hyperparameter::numeric)
        .forEach(axis -> figures.add(slice(runs, axis)));
    return figures.stream().filter(figure -> !figure.data().isEmpty()).toList();
  }

  private static Figure winners(List<Run> runs) {
    Uncertainty kind =
        Uncertainty.common(runs.stream().flatMap(run -> run.winner().stream()).toList());
    Data.Builder data = Data.of("series", "run", "trial", "accuracy", "low", "high");
    for (Run run : runs) {
      run.winner()
          .ifPresent(
              winner -> {
                row(data, "validation", run, winner, Accuracy.onValidation(winner, kind));
                row(data, "test", run, winner, Accuracy.onTest(run, winner, kind));
              });
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("x", Scale.linear("accuracy", "Accuracy (%)").setting());
    return new Figure(
        "winners",
        "Accuracy of the best configurations",
        "The best configuration of each run with its 95 % interval, on validation and on test"
            + " examples. "
            + (kind == Uncertainty.SEEDS
                ? "The intervals cover random seeds and the chance choice of examples."
                : "The intervals cover the chance choice of examples (Wilson's), not random seeds."),
        "ranges",
        data.build(),
        settings,
        Figure.WIDTH,
        220 + 56 * runs.size());
  }

  private static void row(
      Data.Builder data, String set, Run run, Configuration winner, Optional<Accuracy> accuracy) {
    accuracy.ifPresent(
        reached ->
            data.row(
                set,
                run.name(),
                winner.first().label(),
                reached.value(),
                reached.interval().map(Interval::low).orElse(null),
                reached.interval().map(Interval::high).orElse(null)));
  }

  private static Figure curves(List<Run> runs) {
    Data.Builder data = Data.of("series", "step", Scale.VALIDATION);
    for (Run run : runs) {
      for (Measurement point :
          run.winner().map(Configuration::first).map(run.curves()::of).orElse(List.of())) {
        if (!Double.isNaN(point.validationAccuracy())) {
          data.row(run.name(), point.step(), point.validationAccuracy());
        }
      }
    }
    return Figure.plane(
        "winners-accuracy",
        "Validation accuracy of the best trials while they trained",
        "Every measurement of the best trial of each run.",
        "lines",
        data.build(),
        Scale.linear("step", "Update step"),
        Scale.ACCURACY,
        Map.of());
  }

  private static Figure history(List<Run> runs) {
    Measure measure = Measure.of(runs);
    Data.Builder data = Data.of("series", "trial_epochs", measure.column().header());
    Map<String, Object> styles = new LinkedHashMap<>();
    for (Run run : runs) {
      styles.put(run.name(), Map.of("color", styles.size(), "step", "end", "symbol", "none"));
      double best = Double.NaN;
      double epochs = 0;
      for (RunTrial trial : run.competing().toList()) {
        epochs += trial.epochs();
        if (trial.completed()) {
          best = measure.better(best, measure.of(trial));
          data.row(run.name(), epochs, best);
        }
      }
    }
    return Figure.plane(
        "best-so-far",
        "Best " + measure.name() + " so far, by trial-epochs",
        Texts.format(
            "The best validation %s of all trials so far, in the order of the table, one line per run.",
            measure.name()),
        "lines",
        data.build(),
        Scale.linear("trial_epochs", "Trial-epochs"),
        Scale.of(measure),
        Map.of("styles", styles));
  }

  private static Figure slice(List<Run> runs, Hyperparameter axis) {
    Measure measure = Measure.of(runs);
    Data.Builder data = Data.of("series", "trial", axis.column(), measure.column().header());
    for (Run run : runs) {
      run.competing()
          .filter(RunTrial::completed)
          .filter(trial -> trial.row().has(axis.column()))
          .forEach(
              trial ->
                  data.row(
                      run.name(),
                      run.name() + " " + trial.label(),
                      trial.row().number(axis.column()),
                      measure.of(trial)));
    }
    return Figure.plane(
        "runs-" + axis.column().replace('_', '-'),
        Texts.format("Validation %s against %s", measure.name(), axis.name()),
        "Each point is a trial, its colour and shape the run.",
        "points",
        data.build(),
        axis.scale(runs.toArray(Run[]::new)),
        Scale.of(measure),
        Map.of());
  }
}
