package dev.sieve.export.figure;

import dev.sieve.export.run.Measurement;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.space.Axes;
import dev.sieve.space.ScheduleAxes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How a trial learned: loss and cost, accuracy, and the learning rate, against the update. */
final class CurveFigures {
  private static final Scale STEP = Scale.linear("step", "Update step");
  private static final String OBJECTIVE = Axes.OBJECTIVE.columns().get(0).header();
  private static final String SCHEDULE = Axes.SCHEDULE.columns().get(0).header();
  private static final String HALF_CYCLE = ScheduleAxes.HALF_CYCLE.columns().get(0).header();

  /** One line: what it shows, which colour and which dash. */
  private record Line(String name, ToDoubleFunction<Measurement> value, int color, String dash) {}

  private static final List<Line> LOSSES =
      List.of(
          new Line("training loss", Measurement::trainLoss, 0, "solid"),
          new Line("training loss + L2", Measurement::trainCost, 0, "dashed"),
          new Line("validation loss", Measurement::validationLoss, 1, "solid"),
          new Line("validation loss + L2", Measurement::validationCost, 1, "dashed"));
  private static final List<Line> ACCURACIES =
      List.of(
          new Line("training", Measurement::trainAccuracy, 0, "solid"),
          new Line("validation", Measurement::validationAccuracy, 1, "solid"));

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
    List<Measurement> curve = run.curves().of(trial);
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

  private static Figure loss(RunTrial trial, List<Measurement> curve, String suffix, String of) {
    boolean penalized = curve.stream().anyMatch(Measurement::isPenalized);
    String unit =
        trial.row().text(OBJECTIVE).contains("entropy") ? "nats per example" : "per example";
    return figure(
        "loss" + suffix,
        (penalized ? "Loss and loss + L2" : "Loss") + of,
        (penalized
                ? "Mean loss, without and with the L2 penalty (cost), at every measurement."
                : "Mean loss at every measurement. There is no penalty (λ = 0), so it is the cost, too.")
            + marked(trial, curve),
        Scale.linear("value", "Loss (" + unit + ")"),
        penalized ? LOSSES : LOSSES.stream().filter(line -> line.dash.equals("solid")).toList(),
        trial,
        curve);
  }

  private static Figure accuracy(
      RunTrial trial, List<Measurement> curve, String suffix, String of) {
    return figure(
        "accuracy" + suffix,
        "Accuracy" + of,
        "Share of examples classified right, at every measurement." + marked(trial, curve),
        Scale.share("value", "Accuracy (%)"),
        ACCURACIES,
        trial,
        curve);
  }

  private static Figure figure(
      String id,
      String title,
      String caption,
      Scale y,
      List<Line> lines,
      RunTrial trial,
      List<Measurement> curve) {
    Data.Builder data = Data.of("series", "step", "value");
    Map<String, Object> styles = new LinkedHashMap<>();
    for (Line line : lines) {
      styles.put(line.name, Map.of("color", line.color, "dash", line.dash));
      for (Measurement point : curve) {
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

  private static Figure rate(RunTrial trial, List<Measurement> curve, String suffix, String of) {
    Data.Builder data = Data.of("series", "step", "value");
    LearningRates.of(trial, curve).forEach(rate -> data.row("η", rate.step(), rate.eta()));
    return Figure.plane(
        "learning-rate" + suffix,
        "Learning rate" + of,
        "The learning rate at each update, as the schedule gives it: "
            + trial.row().text(SCHEDULE)
            + "."
            + marked(trial, curve),
        "lines",
        data.build(),
        STEP,
        Scale.linear("value", "Learning rate η"),
        Map.of(
            "styles",
            Map.of("η", Map.of("color", 2, "dash", "solid", "symbol", "none")),
            "zero",
            true,
            "boundaries",
            cycles(trial, curve)));
  }

  private static String marked(RunTrial trial, List<Measurement> curve) {
    return cycles(trial, curve).isEmpty()
        ? ""
        : " Dotted lines: a cycle of the learning rate ends.";
  }

  /** Returns the updates at which a cycle of the learning rate ends; none for other schedules. */
  private static List<Long> cycles(RunTrial trial, List<Measurement> curve) {
    List<Long> ends = new ArrayList<>();
    if (trial.row().has(HALF_CYCLE)) {
      long cycle = 2 * trial.row().count(HALF_CYCLE);
      long last = curve.get(curve.size() - 1).step();
      for (long end = cycle; end <= last && ends.size() < 50; end += cycle) {
        ends.add(end);
      }
    }
    return ends;
  }
}
