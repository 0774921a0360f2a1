package dev.sieve.export.figure;

import dev.sieve.Texts;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Measure;
import dev.sieve.export.run.Run;
import dev.sieve.run.SearchPlan.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A grid search as a table of what it went by: its first axis down, all others across. */
final class GridFigures {
  /** More cells in a row than these leave no room for their numbers. */
  private static final int ACROSS = 12;

  private static final int DOWN = 12;

  private GridFigures() {}

  /** Returns a figure for each stage that is a grid over two hyperparameters or more. */
  static List<Figure> of(Run run) {
    List<Figure> figures = new ArrayList<>();
    for (Stage stage : run.stages()) {
      List<Configuration> configurations =
          run.configurations().stream().filter(c -> c.stage().equals(stage.name())).toList();
      List<Hyperparameter> axes =
          Hyperparameter.varied(run).stream()
              .filter(axis -> distinct(configurations, List.of(axis)) > 1)
              .toList();
      if (axes.size() >= 2 && isGrid(stage, configurations, axes) && fits(configurations, axes)) {
        figures.add(figure(run, stage, configurations, axes));
      }
    }
    return figures;
  }

  /** Of a stage whose sampler is not known: whether all combinations of its values are there. */
  private static boolean isGrid(
      Stage stage, List<Configuration> configurations, List<Hyperparameter> axes) {
    long combinations =
        axes.stream()
            .mapToLong(axis -> distinct(configurations, List.of(axis)))
            .reduce(1, (a, b) -> a * b);
    return stage.sampler() == null
        ? combinations == distinct(configurations, axes)
        : stage.isGrid();
  }

  private static boolean fits(List<Configuration> configurations, List<Hyperparameter> axes) {
    return distinct(configurations, axes.subList(0, 1)) <= DOWN
        && distinct(configurations, axes.subList(1, axes.size())) <= ACROSS;
  }

  private static long distinct(List<Configuration> configurations, List<Hyperparameter> axes) {
    return configurations.stream().map(c -> told(c, axes)).distinct().count();
  }

  private static String told(Configuration configuration, List<Hyperparameter> axes) {
    return axes.stream()
        .map(axis -> axis.name() + " " + axis.value(configuration.first()))
        .collect(Collectors.joining("\n"));
  }

  private static Figure figure(
      Run run, Stage stage, List<Configuration> configurations, List<Hyperparameter> axes) {
    List<Hyperparameter> down = axes.subList(0, 1);
    List<Hyperparameter> across = axes.subList(1, axes.size());
    Measure measure = Measure.of(run);
    Data.Builder data = Data.of("across", "down", measure.column().header(), "repeats");
    configurations.stream()
        .sorted(byAxes(axes))
        .filter(c -> !Double.isNaN(c.mean(measure.column())))
        .forEach(
            c ->
                data.row(
                    told(c, across), told(c, down), c.mean(measure.column()), c.repeats().size()));
    Map<String, Object> settings = new LinkedHashMap<>();
    String titles = across.stream().map(Hyperparameter::title).collect(Collectors.joining(" × "));
    settings.put("x", Scale.linear("across", titles).setting());
    settings.put("y", Scale.linear("down", down.get(0).title()).setting());
    settings.put("value", measure.column().header());
    settings.put(measure.isLoss() ? "less" : "share", true);
    return new Figure(
        "grid-" + stage.name(),
        Texts.format(
            "Validation %s over the grid of stage %s%s",
            measure.name(), stage.name(), measure.isLoss() ? "" : " (%)"),
        "One cell per configuration that has a result"
            + (run.configurations().stream().anyMatch(c -> c.repeats().size() > 1)
                ? ", the mean over its repeats"
                : "")
            + "; the darker, the better.",
        "matrix",
        data.build(),
        settings,
        Figure.WIDTH,
        220 + 60 * (int) distinct(configurations, down));
  }

  /** Across, the last axis runs fastest. */
  private static Comparator<Configuration> byAxes(List<Hyperparameter> axes) {
    return axes.stream().map(GridFigures::byAxis).reduce(Comparator::thenComparing).orElseThrow();
  }

  private static Comparator<Configuration> byAxis(Hyperparameter axis) {
    return axis.numeric()
        ? Comparator.comparingDouble(c -> c.first().row().number(axis.column()))
        : Comparator.comparing(c -> c.first().row().text(axis.column()));
  }
}
