package dev.sieve.export.figure;

import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import java.util.List;
import java.util.Map;

/** How the search went on: the best accuracy so far, against trials and against work. */
final class HistoryFigures {
  private HistoryFigures() {}

  static List<Figure> of(Run run) {
    Data.Builder data =
        Data.of("series", "trial", "trials", "trial_epochs", "validation_accuracy", "best");
    double best = Double.NaN;
    int trials = 0;
    double epochs = 0;
    for (RunTrial trial : run.competing().toList()) {
      trials++;
      epochs += trial.row().number("epochs");
      double accuracy = trial.completed() ? trial.validationAccuracy() : Double.NaN;
      best = Double.isNaN(best) || accuracy > best ? accuracy : best;
      if (trial.completed()) {
        data.row(trial.stage(), trial.label(), trials, epochs, accuracy, best);
      }
    }
    Data history = data.build();
    if (history.rows().size() < 2) {
      return List.of();
    }
    return List.of(
        figure("history-trials", "trials", "Trials", "trials", history),
        figure("history-epochs", "trial-epochs", "Trial-epochs", "trial_epochs", history));
  }

  private static Figure figure(String id, String against, String title, String column, Data data) {
    return Figure.plane(
        id,
        "Optimization history against " + against,
        "Each point is a trial that ended well, in the order of the table; the line is the best"
            + " validation accuracy so far.",
        "points",
        data,
        Axis.linear(column, title),
        Axis.ACCURACY,
        Map.of("best", true));
  }
}
