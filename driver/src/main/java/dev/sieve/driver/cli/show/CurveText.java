package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** A learning curve in rows: η, losses and accuracies against the update. */
public final class CurveText {
  private CurveText() {}

  /** Returns a header and about {@code most} points, the last one among them. */
  public static List<List<String>> rows(TrialResult result, int most) {
    List<CurvePoint> curve = result.curve();
    int distance = Math.max(1, curve.size() / most);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "step",
            "epoch",
            "eta",
            "train_loss",
            "train_accuracy",
            "validation_loss",
            "validation_accuracy"));
    for (int i = 0; i < curve.size(); i++) {
      if (i % distance == 0 || i == curve.size() - 1) {
        rows.add(row(curve.get(i)));
      }
    }
    return rows;
  }

  private static List<String> row(CurvePoint point) {
    return List.of(
        String.valueOf(point.step()),
        Texts.format("%.2f", point.epoch()),
        Texts.format("%.3g", point.eta()),
        loss(point.train()),
        accuracy(point.train()),
        loss(point.validation()),
        accuracy(point.validation()));
  }

  private static String loss(Metrics metrics) {
    return metrics == null ? "" : Texts.format("%.4g", metrics.loss());
  }

  private static String accuracy(Metrics metrics) {
    return metrics == null ? "" : Texts.format("%.4f", metrics.accuracy());
  }
}
