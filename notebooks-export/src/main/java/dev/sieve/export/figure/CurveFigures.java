package dev.sieve.export.figure;

import dev.sieve.export.run.CurvePoint;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How a trial learned: loss and cost, accuracy, and the learning rate, against the update. */
final class CurveFigures {
  private static final Axis STEP = Axis.linear("step", "Update step");

  /** One line: what it shows, which colour and which dash. */
  private record Line(String name, ToDoubleFunction<CurvePoint> value, int color, String dash) {}

  private static final List<Line> LOSSES =
      List.of(
          new Line("training loss", CurvePoint::trainLoss, 0, "solid"),
          new Line("training cost", CurvePoint::trainCost, 0, "dashed"),
          new Line("validation loss", CurvePoint::validationLoss, 1, "solid"),
          new Line("validation cost", CurvePoint::validationCost, 1, "dashed"));
  private static final List<Line> ACCURACIES =
      List.of(
          new Line("training", CurvePoint::trainAccuracy, 0, "solid"),
          new Line("validation", CurvePoint::validationAccuracy, 1, "solid"));
  private static final List<Line> RATE = List.of(new Line("η", CurvePoint::eta, 2, "solid"));

  private CurveFigures() {}

  /** Returns the figures of {@code trial}; none where it was measured less than twice. */
  static List<Figure> of(Run run, RunTrial trial) {
    List<CurvePoint> curve = run.curves().of(trial);
    List<Figure> figures = new ArrayList<>();
    if (curve.size() < 2) {
      return figures;
    }
    String suffix = "-" + trial.stage() + "-" + trial.index();
    List<Long> cycles = cycles(trial, curve);
    String marked = cycles.isEmpty() ? "" : " Dotted: ends of cycles of the learning rate.";
    figures.add(
        figure(
            "loss" + suffix,
            "Loss and cost of trial " + trial.label(),
            "Mean cross-entropy (loss), and with the L2 penalty (cost), in nats per image, at every"
                + " measured update."
                + marked,
            Axis.linear("value", "Nats per image"),
            LOSSES,
            curve,
            cycles));
    figures.add(
        figure(
            "accuracy" + suffix,
            "Accuracy of trial " + trial.label(),
            "Share of images classified right, at every measured update." + marked,
            new Axis("value", "Accuracy (%)", false, true),
            ACCURACIES,
            curve,
            cycles));
    figures.add(
        figure(
            "learning-rate" + suffix,
            "Learning rate of trial " + trial.label(),
            "The rate at the measured updates, and at the ends of cycles. Between two of them it may"
                + " have turned.",
            Axis.linear("value", "Learning rate η"),
            RATE,
            LearningRates.of(trial, curve),
            cycles));
    return figures;
  }

  private static Figure figure(
      String id,
      String title,
      String caption,
      Axis y,
      List<Line> lines,
      List<CurvePoint> curve,
      List<Long> cycles) {
    Data.Builder data = Data.of("series", "step", "value");
    Map<String, Object> styles = new LinkedHashMap<>();
    for (Line line : lines) {
      styles.put(line.name, Map.of("color", line.color, "dash", line.dash));
      for (CurvePoint point : curve) {
        double value = line.value.applyAsDouble(point);
        if (Double.isFinite(value)) {
          data.row(line.name, point.step(), value);
        }
      }
    }
    return Figure.plane(
        id,
        title,
        caption,
        "lines",
        data.build(),
        STEP,
        y,
        Map.of("styles", styles, "boundaries", cycles));
  }

  /** Returns the updates at which a cycle of the learning rate ends; none for other schedules. */
  private static List<Long> cycles(RunTrial trial, List<CurvePoint> curve) {
    List<Long> ends = new ArrayList<>();
    if (trial.row().has("half_cycle")) {
      long cycle = 2 * trial.row().count("half_cycle");
      long last = curve.get(curve.size() - 1).step();
      for (long end = cycle; end <= last && ends.size() < 50; end += cycle) {
        ends.add(end);
      }
    }
    return ends;
  }
}
