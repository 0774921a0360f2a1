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
        Data.of("series", "trial", "trials", "trial_epochs", Scale.VALIDATION, "best", "status");
    double best = Double.NaN;
    int trials = 0;
    double epochs = 0;
    for (RunTrial trial : run.competing().toList()) {
      trials++;
      epochs += trial.epochs();
      if (trial.pruned()) {
        continue;
      }
      double accuracy = trial.completed() ? trial.validationAccuracy() : Double.NaN;
      best = Double.isNaN(best) || accuracy > best ? accuracy : best;
      data.row(trial.stage(), trial.label(), trials, epochs, accuracy, best, Failed.status(trial));
    }
    Data history = data.build();
    if (history.rows().size() < 2) {
      return List.of();
    }
    return List.of(
        figure("history-trials", "by trial", "Trials", "trials", history),
        figure("history-epochs", "by trial-epochs", "Trial-epochs", "trial_epochs", history));
  }

  private static Figure figure(String id, String by, String title, String column, Data data) {
    return Figure.plane(
        id,
        "Best accuracy so far, " + by,
        "Each point is a trial, in the order of the table; the line is the best validation"
            + " accuracy so far."
            + Failed.note(data),
        "points",
        data,
        Scale.linear(column, title),
        Scale.ACCURACY,
        Map.of("best", true));
  }
}
