package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.run.Measurement;
import dev.sieve.export.run.Run;
import dev.sieve.result.Column;
import dev.sieve.result.CurveTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Learning curves as the page's scripts read them.
 *
 * @param columns names of a point's values
 * @param byTrial points by the label of the trial
 * @param note what the page leaves out; empty if nothing
 */
record CurvesData(List<String> columns, Map<String, List<List<Object>>> byTrial, String note) {
  /** Points in the page: as many as take about 1 MB. */
  private static final int POINTS = 20_000;

  private static final MathContext DIGITS = new MathContext(5);
  private static final List<String> COLUMNS =
      Stream.of(
              CurveTable.STEP,
              CurveTable.EPOCH,
              CurveTable.VALIDATION_ACCURACY,
              CurveTable.TRAIN_ACCURACY,
              CurveTable.VALIDATION_LOSS,
              CurveTable.TRAIN_LOSS,
              CurveTable.ETA)
          .map(Column::header)
          .toList();

  static CurvesData of(List<Run> runs) {
    int curves = runs.stream().mapToInt(run -> run.curves().byTrial().size()).sum();
    int most = Math.max(20, POINTS / Math.max(1, curves));
    Map<String, List<List<Object>>> byTrial = new LinkedHashMap<>();
    boolean thinned = false;
    for (Run run : runs) {
      String prefix = runs.size() > 1 ? run.name() + " " : "";
      for (Map.Entry<String, List<Measurement>> curve : run.curves().byTrial().entrySet()) {
        thinned |= curve.getValue().size() > most;
        byTrial.put(
            prefix + curve.getKey(),
            thin(curve.getValue(), most).stream().map(CurvesData::point).toList());
      }
    }
    return new CurvesData(COLUMNS, byTrial, note(runs, curves, thinned));
  }

  /** Returns {@code most} of the points, evenly chosen, with the first and the last. */
  static List<Measurement> thin(List<Measurement> points, int most) {
    if (points.size() <= most) {
      return points;
    }
    List<Measurement> chosen = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      chosen.add(points.get((int) ((long) i * (points.size() - 1) / (most - 1))));
    }
    return chosen;
  }

  private static String note(List<Run> runs, int curves, boolean thinned) {
    int trials = runs.stream().mapToInt(run -> run.trials().size()).sum();
    long rows = runs.stream().mapToLong(run -> run.curves().rows()).sum();
    if (rows == 0) {
      return "The run has no learning curves.";
    }
    String sample =
        curves < trials
            ? Texts.format(
                "This page holds the curves of %,d of %,d trials: the best, and an even selection of the others. ",
                curves, trials)
            : "";
    String points =
        thinned ? Texts.format("Some points are left out; all %,d are in curves.csv.", rows) : "";
    return (sample + points).strip();
  }

  private static List<Object> point(Measurement point) {
    return Arrays.asList(
        point.step(),
        rounded(point.epoch()),
        rounded(point.validationAccuracy()),
        rounded(point.trainAccuracy()),
        rounded(point.validationLoss()),
        rounded(point.trainLoss()),
        rounded(point.eta()));
  }

  private static Double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : null;
  }
}
