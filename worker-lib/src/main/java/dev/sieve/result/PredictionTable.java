package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.List;

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

  private PredictionTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<PredictionRow>> COLUMNS =
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
          PREDICTED,
          new Column<>(
              "p0", ColumnType.DOUBLE, "probability of class 0", row -> row.probability(0)),
          new Column<>(
              "p1", ColumnType.DOUBLE, "probability of class 1", row -> row.probability(1)),
          new Column<>(
              "p2", ColumnType.DOUBLE, "probability of class 2", row -> row.probability(2)),
          new Column<>(
              "p3", ColumnType.DOUBLE, "probability of class 3", row -> row.probability(3)),
          new Column<>(
              "p4", ColumnType.DOUBLE, "probability of class 4", row -> row.probability(4)),
          new Column<>(
              "p5", ColumnType.DOUBLE, "probability of class 5", row -> row.probability(5)),
          new Column<>(
              "p6", ColumnType.DOUBLE, "probability of class 6", row -> row.probability(6)),
          new Column<>(
              "p7", ColumnType.DOUBLE, "probability of class 7", row -> row.probability(7)),
          new Column<>(
              "p8", ColumnType.DOUBLE, "probability of class 8", row -> row.probability(8)),
          new Column<>(
              "p9", ColumnType.DOUBLE, "probability of class 9", row -> row.probability(9)),
          new Column<>("search", ColumnType.TEXT, "name of the search", PredictionRow::search));
}
