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

  private PredictionTable() {}

  /**
   * Returns the columns for data of so many {@code classes}, in their order: between the first ones
   * and {@code search}, one per class.
   */
  public static List<Column<PredictionRow>> columns(int classes) {
    List<Column<PredictionRow>> columns = new ArrayList<>(FIRST);
    IntStream.range(0, classes).mapToObj(PredictionTable::probability).forEach(columns::add);
    columns.add(SEARCH);
    return List.copyOf(columns);
  }

  private static Column<PredictionRow> probability(int c) {
    return new Column<>(
        PROBABILITY + c, ColumnType.DOUBLE, "probability of class " + c, row -> row.probability(c));
  }
}
