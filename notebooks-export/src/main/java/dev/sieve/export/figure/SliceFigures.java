package dev.sieve.export.figure;

import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Measure;
import dev.sieve.export.run.Run;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a search went by against one hyperparameter, and over two of them. */
final class SliceFigures {
  private SliceFigures() {}

  static List<Figure> of(Run run) {
    List<Hyperparameter> axes = Hyperparameter.searched(List.of(run));
    List<Hyperparameter> numbers = axes.stream().filter(Hyperparameter::numeric).toList();
    List<Figure> figures = new ArrayList<>();
    for (Hyperparameter axis : axes) {
      figures.add(slice(run, axis));
    }
    find(numbers, Hyperparameter.L2)
        .ifPresent(
            l2 ->
                find(numbers, Hyperparameter.LARGEST_RATE)
                    .ifPresent(eta -> figures.add(map(run, l2, eta))));
    return figures.stream().filter(figure -> !figure.data().isEmpty()).toList();
  }

  private static Optional<Hyperparameter> find(List<Hyperparameter> axes, String column) {
    return axes.stream().filter(axis -> axis.column().equals(column)).findFirst();
  }

  private static Figure slice(Run run, Hyperparameter axis) {
    Measure measure = Measure.of(run);
    Data.Builder data =
        Data.of(
            "series",
            "trial",
            axis.column(),
            measure.column().header(),
            "low",
            "high",
            "repeats",
            "status");
    run.configurations().stream()
        .filter(configuration -> configuration.first().row().has(axis.column()))
        .forEach(configuration -> row(data, axis, measure, configuration));
    Failed.of(run, axis.column())
        .forEach(
            trial ->
                data.row(
                    trial.stage(),
                    trial.label(),
                    axis.place(trial),
                    null,
                    null,
                    null,
                    1,
                    Failed.status(trial)));
    Data points = data.build();
    Map<String, Object> settings = new LinkedHashMap<>();
    run.plan()
        .narrowed(axis.column())
        .ifPresent(
            range ->
                settings.put(
                    "shaded",
                    Map.of("name", "narrowed range", "low", range.low(), "high", range.high())));
    run.best()
        .filter(best -> best.first().row().has(axis.column()))
        .ifPresent(best -> settings.put("winner", winner(axis, measure, best)));
    return Figure.plane(
        measure.id() + "-" + axis.column().replace('_', '-'),
        "Validation " + measure.name() + " against " + axis.name(),
        "Each point is a configuration, its colour and shape the stage"
            + (settings.containsKey("shaded") ? "; shaded is the range that was searched next" : "")
            + (run.configurations().stream().anyMatch(c -> c.repeats().size() > 1)
                ? "; bars are 95 % intervals of the mean over repeats"
                : "")
            + (settings.containsKey("winner") ? ". The diamond is the best one." : ".")
            + Failed.note(points),
        "points",
        points,
        axis.scale(run),
        Scale.of(measure),
        settings);
  }

  private static void row(
      Data.Builder data, Hyperparameter axis, Measure measure, Configuration configuration) {
    Optional<Interval> interval = configuration.interval(measure.column(), 0);
    data.row(
        configuration.stage(),
        configuration.first().label(),
        axis.place(configuration.first()),
        configuration.mean(measure.column()),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        configuration.repeats().size(),
        "completed");
  }

  private static Map<String, Object> winner(
      Hyperparameter axis, Measure measure, Configuration best) {
    return Map.of("x", axis.place(best.first()), "y", best.mean(measure.column()));
  }

  private static Figure map(Run run, Hyperparameter l2, Hyperparameter eta) {
    Measure measure = Measure.of(run);
    Data.Builder data =
        Data.of("series", "trial", l2.column(), eta.column(), measure.column().header(), "status");
    // The best are drawn last, so that no worse one hides them where a third axis varies.
    List<Configuration> worstFirst =
        run.configurations().stream().sorted(Configuration.BEST_FIRST.reversed()).toList();
    for (Stage stage : run.stages()) {
      worstFirst.stream()
          .filter(configuration -> configuration.stage().equals(stage.name()))
          .forEach(configuration -> place(data, l2, eta, measure, configuration));
    }
    Failed.of(run, l2.column())
        .forEach(
            trial ->
                data.row(
                    trial.stage(),
                    trial.label(),
                    trial.row().number(l2.column()),
                    trial.row().number(eta.column()),
                    null,
                    Failed.status(trial)));
    Data points = data.build();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("z", Scale.of(measure).setting());
    run.best()
        .ifPresent(
            best ->
                settings.put(
                    "winner",
                    Map.of(
                        "x", best.first().row().number(l2.column()),
                        "y", best.first().row().number(eta.column()))));
    return Figure.plane(
        "map-l2-eta-max",
        "Validation " + measure.name() + " over " + l2.name() + " and " + eta.name(),
        "Each point is a configuration, its shape the stage, its colour the validation "
            + measure.name()
            + "; of several in one place, the best is on top. The ring is the best one."
            + Failed.note(points),
        "map",
        points,
        l2.scale(run),
        eta.scale(run),
        settings);
  }

  private static void place(
      Data.Builder data,
      Hyperparameter l2,
      Hyperparameter eta,
      Measure measure,
      Configuration configuration) {
    data.row(
        configuration.stage(),
        configuration.first().label(),
        configuration.first().row().number(l2.column()),
        configuration.first().row().number(eta.column()),
        configuration.mean(measure.column()),
        "completed");
  }
}
