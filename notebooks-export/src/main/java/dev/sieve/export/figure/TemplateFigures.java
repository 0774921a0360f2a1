package dev.sieve.export.figure;

import dev.sieve.Texts;
import dev.sieve.data.ImageShape;
import dev.sieve.export.run.Model;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.run.FloatArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The weights of the first layer as pictures: one per class where it is the only layer, else one
 * per hidden unit. Only of images of three channels.
 */
final class TemplateFigures {
  private static final int UNITS = 100;

  /** How weights become brightness. */
  private enum Scaling {
    JOINT("joint", "shared colour scale", "the same brightness is the same weight in all pictures"),
    EACH("each", "own colour scale", "each picture uses the whole range of brightness");

    final String id;
    final String title;
    final String meaning;

    Scaling(String id, String title, String meaning) {
      this.id = id;
      this.title = title;
      this.meaning = meaning;
    }
  }

  private TemplateFigures() {}

  /**
   * Returns two figures for each of the trials {@code shown} whose model was kept; where none of
   * theirs was, for the first kept one.
   */
  static List<Figure> of(Run run, List<RunTrial> shown) {
    List<Model> models =
        shown.stream().flatMap(trial -> run.model(trial).stream()).collect(Collectors.toList());
    if (models.isEmpty()) {
      run.models().stream().findFirst().ifPresent(models::add);
    }
    return run.plan()
        .shape()
        .filter(shape -> shape.channels() == 3)
        .map(shape -> figures(run, models, shape))
        .orElse(List.of());
  }

  private static List<Figure> figures(Run run, List<Model> models, ImageShape shape) {
    List<Figure> figures = new ArrayList<>();
    for (Model model : models) {
      if (model.firstLayer().weights().length(0) == shape.inputs()) {
        figures.add(figure(run, model, shape, Scaling.EACH));
        figures.add(figure(run, model, shape, Scaling.JOINT));
      }
    }
    return figures;
  }

  private static Figure figure(Run run, Model model, ImageShape shape, Scaling scaling) {
    FloatArray weights = model.firstLayer().weights();
    boolean oneLayer = model.firstLayer().isLast();
    int units = Math.min(UNITS, weights.length(1));
    List<String> names =
        oneLayer
            ? run.classNames(units)
            : IntStream.range(0, units).mapToObj(unit -> "unit " + unit).toList();
    double[][] spans =
        IntStream.range(0, units).mapToObj(u -> span(weights, u)).toArray(double[][]::new);
    double low = Arrays.stream(spans).mapToDouble(span -> span[0]).min().orElseThrow();
    double high = Arrays.stream(spans).mapToDouble(span -> span[1]).max().orElseThrow();
    List<Montage.Tile> tiles = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      double from = scaling == Scaling.JOINT ? low : spans[unit][0];
      double to = scaling == Scaling.JOINT ? high : spans[unit][1];
      tiles.add(new Montage.Tile(picture(weights, shape, unit, from, to), names.get(unit)));
    }
    Montage montage = oneLayer ? new Montage(5, 144, 18, 1) : new Montage(10, 76, 10, 1);
    return montage.figure(
        "templates-" + model.name() + "-" + scaling.id,
        Texts.format(
            "%s of %s, %s",
            oneLayer ? "Weight templates" : "First-layer weights", name(run, model), scaling.title),
        Texts.format(
            "The weights from each pixel to each %s%s as a colour picture; %s.",
            oneLayer ? "class" : "hidden unit",
            units < weights.length(1)
                ? Texts.format(" (the first %d of %d)", units, weights.length(1))
                : "",
            scaling.meaning),
        data(weights, shape, names),
        tiles);
  }

  private static String name(Run run, Model model) {
    return run.of(model.stage()).stream()
        .filter(trial -> trial.index() == model.trial())
        .map(trial -> trial.label() + told(Hyperparameter.setting(run, trial)))
        .findFirst()
        .orElse(model.name());
  }

  private static String told(String setting) {
    return setting.isEmpty() ? "" : " (" + setting + ")";
  }

  /** The smallest and the greatest weight of a unit. */
  private static double[] span(FloatArray weights, int unit) {
    double[] values =
        IntStream.range(0, weights.length(0))
            .mapToDouble(input -> weights.at(input, unit))
            .toArray();
    return new double[] {
      Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow()
    };
  }

  private static String picture(
      FloatArray weights, ImageShape shape, int unit, double low, double high) {
    double width = high > low ? high - low : 1;
    return Picture.png(
        shape.height(),
        shape.width(),
        (row, column, channel) ->
            (weights.at((channel * shape.height() + row) * shape.width() + column, unit) - low)
                / width);
  }

  /** One row per input, one column per picture. */
  private static Data data(FloatArray weights, ImageShape shape, List<String> names) {
    List<String> columns = new ArrayList<>(List.of("channel", "row", "column"));
    columns.addAll(names);
    Data.Builder data = Data.of(columns.toArray(String[]::new));
    for (int input = 0; input < shape.inputs(); input++) {
      Object[] row = new Object[columns.size()];
      int pixel = input % (shape.height() * shape.width());
      row[0] = input / (shape.height() * shape.width());
      row[1] = pixel / shape.width();
      row[2] = pixel % shape.width();
      for (int unit = 0; unit < names.size(); unit++) {
        row[3 + unit] = weights.at(input, unit);
      }
      data.row(row);
    }
    return data.build();
  }
}
