package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.PredictionRow;
import dev.sieve.result.PredictionTable;
import dev.sieve.run.CsvTable;
import dev.sieve.run.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the final model makes of the test images.
 *
 * @param images one entry per test image, in their order
 * @param classes of the data
 */
public record Predictions(List<Image> images, int classes) {
  static final List<Column<PredictionRow>> REQUIRED =
      List.of(PredictionTable.IMAGE, PredictionTable.LABEL, PredictionTable.PREDICTED);

  public Predictions {
    images = List.copyOf(images);
  }

  /**
   * One test image.
   *
   * @param number from 0
   * @param label its class
   * @param predicted the class that the model gives it
   * @param ofLabel probability of its class, in [0, 1]; {@code ofPredicted} likewise
   */
  public record Image(int number, int label, int predicted, double ofLabel, double ofPredicted) {

    public boolean right() {
      return label == predicted;
    }
  }

  static Predictions read(CsvTable table) {
    List<Image> images = new ArrayList<>();
    int[] classes = new int[1];
    table.forEach(
        row -> {
          classes[0] = Math.max(classes[0], classes(row, classes[0]));
          int label = ofClass(row, PredictionTable.LABEL);
          int predicted = ofClass(row, PredictionTable.PREDICTED);
          images.add(
              new Image(
                  Math.toIntExact(row.count(PredictionTable.IMAGE)),
                  label,
                  predicted,
                  row.number(PredictionTable.PROBABILITY + label),
                  row.number(PredictionTable.PROBABILITY + predicted)));
        });
    return new Predictions(images, classes[0]);
  }

  /**
   * Returns the number of classes whose probability {@code row} holds, {@code known} of them at
   * least. Tables of earlier versions have columns without values, where there are fewer classes.
   */
  private static int classes(Row row, int known) {
    int classes = known;
    while (row.has(PredictionTable.PROBABILITY + classes)) {
      classes++;
    }
    return classes;
  }

  private static int ofClass(Row row, Column<PredictionRow> column) {
    if (!row.has(PredictionTable.PROBABILITY + row.count(column))) {
      throw row.damaged(column, "a class whose probability the row holds");
    }
    return Math.toIntExact(row.count(column));
  }

  /** Returns how many images of class {@code label} were taken for class {@code predicted}. */
  public int[][] confusion() {
    int[][] counts = new int[classes][classes];
    images.forEach(image -> counts[image.label()][image.predicted()]++);
    return counts;
  }

  /** Returns how many images were classified right. */
  public int right() {
    return (int) IntStream.range(0, images.size()).filter(i -> images.get(i).right()).count();
  }
}
