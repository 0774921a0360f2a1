package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.List;

/** The columns of {@code gradcheck.csv}, one row per parameter that was checked. */
public final class GradientTable {
  private GradientTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<GradientRow>> COLUMNS =
      List.of(
          new Column<>(
              "group", ColumnType.TEXT, "W1, b1, W2, b2, …: layers from 1", GradientRow::group),
          new Column<>(
              "row",
              ColumnType.INT,
              "of the parameter in its group: the input of a weight, the unit of a bias",
              row -> row.check().row()),
          new Column<>(
              "column",
              ColumnType.INT,
              "of the parameter in its group: the unit of a weight, 0 for a bias",
              row -> row.check().column()),
          new Column<>("value", ColumnType.DOUBLE, "of the parameter", row -> row.check().value()),
          new Column<>(
              "analytical",
              ColumnType.DOUBLE,
              "derivative of the cost by backpropagation, in double precision",
              row -> row.check().analytical()),
          new Column<>(
              "forward",
              ColumnType.DOUBLE,
              "the same by a forward difference",
              row -> row.check().forward()),
          new Column<>(
              "central",
              ColumnType.DOUBLE,
              "the same by a central difference",
              row -> row.check().central()),
          new Column<>(
              "relative_forward",
              ColumnType.DOUBLE,
              "|analytical − forward| / max(1e-5, |analytical| + |forward|)",
              row -> row.check().relativeForward()),
          new Column<>(
              "relative_central",
              ColumnType.DOUBLE,
              "|analytical − central| / max(1e-5, |analytical| + |central|)",
              row -> row.check().relativeCentral()),
          new Column<>(
              "absolute_forward",
              ColumnType.DOUBLE,
              "|analytical − forward|",
              row -> row.check().absoluteForward()),
          new Column<>(
              "absolute_central",
              ColumnType.DOUBLE,
              "|analytical − central|",
              row -> row.check().absoluteCentral()),
          new Column<>(
              "kink",
              ColumnType.INT,
              "1 where a ReLU switched between the two points, so that differences mean nothing;"
                  + " else 0",
              row -> row.check().kink() ? 1 : 0));
}
