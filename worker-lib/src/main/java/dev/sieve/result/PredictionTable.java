package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of {@code predictions}, one row per test image: what the final model makes of it. */
public final class PredictionTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "predictions";

  /** What the names of the columns of probabilities begin with; the class follows. */
  public static final String PROBABILITY = "p";

  public static final Column<PredictionRow> IMAGE =
      new Column<>(
          "image", ColumnType.INT, "number of the test image, from 0", PredictionRow::image);

  public static final Column<PredictionRow> LABEL =
      new Column<>("label", ColumnType.INT, "its class", PredictionRow::label);

  public static final Column<PredictionRow> PREDICTED =
      new Column<>(
          "predicted",
          ColumnType.INT,
          "the class with the highest probability",
          PredictionRow::predicted);

  private static final List<Column<PredictionRow>> FIRST =
      List.of(
          new Column<>(
              "stage", ColumnType.TEXT, "name of the stage: final", row -> row.trial().stage()),
          new Column<>(
              "trial",
              ColumnType.INT,
              "number of the trial in its stage, from 0",
              row -> row.trial().index()),
          IMAGE,
          LABEL,
          PREDICTED);

  private static final Column<PredictionRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", PredictionRow::search);

  private static final Column<PredictionRow> MIRROR_PREDICTED =
      new Column<>(
          "mirror_predicted",
          ColumnType.INT,
          "the class with the highest mean of the probabilities of the image and its mirror image;"
              + " only where these are asked for",
          PredictionRow::mirrorPredicted);

  private PredictionTable() {}

  /**
   * Returns the columns for data of so many {@code classes}, in their order: between the first ones
   * and {@code search}, one per class.
   *
   * @param mirror whether those of the mean over images and mirror images follow
   */
  public static List<Column<PredictionRow>> columns(int classes, boolean mirror) {
    List<Column<PredictionRow>> columns = new ArrayList<>(FIRST);
    IntStream.range(0, classes).mapToObj(PredictionTable::probability).forEach(columns::add);
    columns.add(SEARCH);
    if (mirror) {
      columns.add(MIRROR_PREDICTED);
      IntStream.range(0, classes)
          .mapToObj(PredictionTable::mirrorProbability)
          .forEach(columns::add);
    }
    return List.copyOf(columns);
  }

  /** Returns the column of the mean probability of class {@code c} with mirror images. */
  public static Column<PredictionRow> mirrorProbability(int c) {
    return new Column<>(
        "mirror_" + PROBABILITY + c,
        ColumnType.DOUBLE,
        "mean probability of class " + c + " over the image and its mirror image",
        row -> row.mirrorProbability(c));
  }

  /** Returns the column of the probability of class {@code c}. */
  public static Column<PredictionRow> probability(int c) {
    return new Column<>(
        PROBABILITY + c, ColumnType.DOUBLE, "probability of class " + c, row -> row.probability(c));
  }
}
