package dev.sieve.export.figure;

import dev.sieve.Texts;
import dev.sieve.export.run.Predictions;
import dev.sieve.export.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the final model makes of the test images. */
final class PredictionFigures {
  private static final int BINS = 25;

  /** Classes whose counts fit into their cells; of more, colours tell, and each has its name. */
  private static final int MOST_NUMBERED = 24;

  /** Pixels of a class among many: a line of small print. */
  private static final int CLASS = 12;

  private static final int MOST_PIXELS = 1_600;

  private PredictionFigures() {}

  static List<Figure> of(Run run) {
    List<Figure> figures = new ArrayList<>();
    run.predictions()
        .filter(predictions -> !predictions.images().isEmpty())
        .ifPresent(
            predictions -> {
              figures.add(confusion(predictions, run));
              figures.add(probabilities(predictions));
              MistakeFigure.of(run, predictions).ifPresent(figures::add);
            });
    return figures;
  }

  private static Figure confusion(Predictions predictions, Run run) {
    int[][] counts = predictions.confusion();
    List<String> names = run.classNames(counts.length);
    Data.Builder data = Data.of("class", "predicted", "images");
    for (int label = 0; label < counts.length; label++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        data.row(names.get(label), names.get(predicted), counts[label][predicted]);
      }
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("x", Scale.linear("predicted", "Predicted class").setting());
    settings.put("y", Scale.linear("class", "True class").setting());
    settings.put("value", "images");
    boolean many = counts.length > MOST_NUMBERED;
    if (many) {
      settings.put("unlabelled", true);
    }
    return new Figure(
        "confusion",
        Texts.format(
            "Test examples (%,d) by true and predicted class", predictions.images().size()),
        Texts.format(
            "Number of test examples of each true class by the class that the final model predicts. The"
                + " %,d on the diagonal are right.",
            predictions.right()),
        "matrix",
        data.build(),
        settings,
        many ? Math.min(MOST_PIXELS, 260 + CLASS * counts.length) : 820,
        many ? Math.min(MOST_PIXELS, 180 + CLASS * counts.length) : 700);
  }

  private static Figure probabilities(Predictions predictions) {
    long[][] bins = new long[2][BINS];
    for (Predictions.Image image : predictions.images()) {
      int bin = Math.min(BINS - 1, (int) (image.ofLabel() * BINS));
      bins[image.right() ? 0 : 1][bin]++;
    }
    Data.Builder data = Data.of("low", "high", "right", "wrong");
    for (int bin = 0; bin < BINS; bin++) {
      data.row((double) bin / BINS, (bin + 1.0) / BINS, bins[0][bin], bins[1][bin]);
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("x", Scale.linear("low", "Probability assigned to the true class").setting());
    settings.put("y", Scale.linear("images", "Test examples").setting());
    settings.put("series", List.of("right", "wrong"));
    return new Figure(
        "probability",
        "Probability assigned to the true class",
        "Test examples by the probability that the final model assigns to their true class: those that"
            + " it classifies right, and those that it classifies wrong.",
        "histogram",
        data.build(),
        settings,
        Figure.WIDTH,
        Figure.HEIGHT);
  }
}
