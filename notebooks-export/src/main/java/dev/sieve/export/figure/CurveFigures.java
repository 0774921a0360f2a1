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

  private CurveFigures() {}

  /**
   * Returns the figures of {@code trials}; none of one that was measured less than twice, and of
   * several no learning rate that is always the same.
   */
  static List<Figure> of(Run run, List<RunTrial> trials) {
    return trials.stream()
        .flatMap(trial -> of(run, trial).stream())
        .filter(figure -> trials.size() == 1 || !isFlat(figure))
        .toList();
  }

  private static boolean isFlat(Figure figure) {
    return figure.id().startsWith("learning-rate")
        && figure.data().rows().stream().map(row -> row.get(2)).distinct().count() == 1;
  }

  private static List<Figure> of(Run run, RunTrial trial) {
    List<CurvePoint> curve = run.curves().of(trial);
    if (curve.size() < 2) {
      return List.of();
    }
    String suffix = "-" + trial.stage() + "-" + trial.index();
    String setting = Hyperparameter.setting(run, trial);
    String of = " of " + trial.label() + (setting.isEmpty() ? "" : " (" + setting + ")");
    return List.of(
        loss(trial, curve, suffix, of),
        accuracy(trial, curve, suffix, of),
        rate(trial, curve, suffix, of));
  }

  private static Figure loss(RunTrial trial, List<CurvePoint> curve, String suffix, String of) {
    boolean penalized = curve.stream().anyMatch(CurvePoint::isPenalized);
    String unit =
        trial.row().text("objective").contains("entropy") ? "nats per image" : "per image";
    return figure(
        "loss" + suffix,
        (penalized ? "Loss and cost" : "Loss") + of,
        (penalized
                ? "Mean loss, and with the L2 penalty (cost), at every measured update."
                : "Mean loss at every measured update; without a penalty (λ = 0), it is also the"
                    + " cost.")
            + marked(trial, curve),
        Axis.linear("value", (penalized ? "Loss and cost (" : "Loss (") + unit + ")"),
        penalized ? LOSSES : LOSSES.stream().filter(line -> line.dash.equals("solid")).toList(),
        trial,
        curve);
  }

  private static Figure accuracy(RunTrial trial, List<CurvePoint> curve, String suffix, String of) {
    return figure(
        "accuracy" + suffix,
        "Accuracy" + of,
        "Share of images classified right, at every measured update." + marked(trial, curve),
        new Axis("value", "Accuracy (%)", false, true),
        ACCURACIES,
        trial,
        curve);
  }

  private static Figure figure(
      String id,
      String title,
      String caption,
      Axis y,
      List<Line> lines,
      RunTrial trial,
      List<CurvePoint> curve) {
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
        Map.of("styles", styles, "boundaries", cycles(trial, curve)));
  }

  private static Figure rate(RunTrial trial, List<CurvePoint> curve, String suffix, String of) {
    Data.Builder data = Data.of("series", "step", "value");
    LearningRates.of(trial, curve).forEach(rate -> data.row("η", rate.step(), rate.eta()));
    return Figure.plane(
        "learning-rate" + suffix,
        "Learning rate" + of,
        "The learning rate from update to update, by its schedule: "
            + trial.row().text("schedule")
            + "."
            + marked(trial, curve),
        "lines",
        data.build(),
        STEP,
        Axis.linear("value", "Learning rate η"),
        Map.of(
            "styles",
            Map.of("η", Map.of("color", 2, "dash", "solid", "symbol", "none")),
            "zero",
            true,
            "boundaries",
            cycles(trial, curve)));
  }

  private static String marked(RunTrial trial, List<CurvePoint> curve) {
    return cycles(trial, curve).isEmpty() ? "" : " Dotted: ends of cycles of the learning rate.";
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
