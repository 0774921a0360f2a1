package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.List;

/** The columns of {@code gradcheck.csv}, one row per parameter that was checked. */
public final class GradientTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "gradcheck";

  private GradientTable() {}

  public static final Column<GradientRow> GROUP =
      new Column<>(
          "group", ColumnType.TEXT, "W1, b1, W2, b2, …: layers from 1", GradientRow::group);

  public static final Column<GradientRow> ROW =
      new Column<>(
          "row",
          ColumnType.INT,
          "of the parameter in its group: the input of a weight, the unit of a bias",
          row -> row.check().row());

  public static final Column<GradientRow> COLUMN =
      new Column<>(
          "column",
          ColumnType.INT,
          "of the parameter in its group: the unit of a weight, 0 for a bias",
          row -> row.check().column());

  public static final Column<GradientRow> VALUE =
      new Column<>("value", ColumnType.DOUBLE, "of the parameter", row -> row.check().value());

  public static final Column<GradientRow> ANALYTICAL =
      new Column<>(
          "analytical",
          ColumnType.DOUBLE,
          "derivative of the cost by backpropagation, in double precision",
          row -> row.check().analytical());

  public static final Column<GradientRow> FORWARD =
      new Column<>(
          "forward",
          ColumnType.DOUBLE,
          "the same by a forward difference",
          row -> row.check().forward());

  public static final Column<GradientRow> CENTRAL =
      new Column<>(
          "central",
          ColumnType.DOUBLE,
          "the same by a central difference",
          row -> row.check().central());

  public static final Column<GradientRow> RELATIVE_FORWARD =
      new Column<>(
          "relative_forward",
          ColumnType.DOUBLE,
          "|analytical − forward| / max(1e-5, |analytical| + |forward|)",
          row -> row.check().relativeForward());

  public static final Column<GradientRow> RELATIVE_CENTRAL =
      new Column<>(
          "relative_central",
          ColumnType.DOUBLE,
          "|analytical − central| / max(1e-5, |analytical| + |central|)",
          row -> row.check().relativeCentral());

  public static final Column<GradientRow> ABSOLUTE_FORWARD =
      new Column<>(
          "absolute_forward",
          ColumnType.DOUBLE,
          "|analytical − forward|",
          row -> row.check().absoluteForward());

  public static final Column<GradientRow> ABSOLUTE_CENTRAL =
      new Column<>(
          "absolute_central",
          ColumnType.DOUBLE,
          "|analytical − central|",
          row -> row.check().absoluteCentral());

  public static final Column<GradientRow> KINK =
      new Column<>(
          "kink",
          ColumnType.INT,
          "1 where a ReLU switched between the two points, so that differences mean nothing;"
              + " else 0",
          row -> row.check().kink() ? 1 : 0);

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<GradientRow>> COLUMNS =
      List.of(
          GROUP,
          ROW,
          COLUMN,
          VALUE,
          ANALYTICAL,
          FORWARD,
          CENTRAL,
          RELATIVE_FORWARD,
          RELATIVE_CENTRAL,
          ABSOLUTE_FORWARD,
          ABSOLUTE_CENTRAL,
          KINK);
}
