package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.List;

/** The columns of {@code importance}, one row per searched hyperparameter and pair of them. */
public final class ImportanceTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "importance";

  private ImportanceTable() {}

  public static final Column<ImportanceRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", ImportanceRow::search);

  public static final Column<ImportanceRow> STAGE =
      new Column<>("stage", ColumnType.TEXT, "name of the stage", ImportanceRow::stage);

  public static final Column<ImportanceRow> CONFIGURATIONS =
      new Column<>(
          "configurations",
          ColumnType.INT,
          "configurations of the stage that this was learnt from; those without a result count as"
              + " the worst",
          ImportanceRow::configurations);

  public static final Column<ImportanceRow> HYPERPARAMETER =
      new Column<>(
          "hyperparameter",
          ColumnType.TEXT,
          "what was searched, as confs call it",
          ImportanceRow::hyperparameter);

  public static final Column<ImportanceRow> OTHER =
      new Column<>(
          "other",
          ColumnType.TEXT,
          "the second of a pair, whose numbers say what both do together beyond what each does"
              + " alone; null for one hyperparameter",
          ImportanceRow::other);

  public static final Column<ImportanceRow> SHARE =
      new Column<>(
          "share",
          ColumnType.DOUBLE,
          "of the variance of the expected validation accuracy over all that the stage searched",
          ImportanceRow::share);

  public static final Column<ImportanceRow> DEVIATION =
      new Column<>(
          "deviation",
          ColumnType.DOUBLE,
          "standard deviation of validation accuracies that it causes there",
          ImportanceRow::deviation);

  public static final Column<ImportanceRow> SHARE_OF_BEST =
      new Column<>(
          "share_of_best",
          ColumnType.DOUBLE,
          "as share, among the best quarter of what was searched: what decides once the bad values"
              + " are left out",
          ImportanceRow::shareOfBest);

  public static final Column<ImportanceRow> DEVIATION_OF_BEST =
      new Column<>(
          "deviation_of_best",
          ColumnType.DOUBLE,
          "as deviation, among the best quarter",
          ImportanceRow::deviationOfBest);

  public static final Column<ImportanceRow> CHANCE =
      new Column<>(
          "chance",
          ColumnType.DOUBLE,
          "standard deviation that the choice of validation examples gives one accuracy: smaller"
              + " deviations mean little",
          ImportanceRow::chance);

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<ImportanceRow>> COLUMNS =
      List.of(
          SEARCH,
          STAGE,
          CONFIGURATIONS,
          HYPERPARAMETER,
          OTHER,
          SHARE,
          DEVIATION,
          SHARE_OF_BEST,
          DEVIATION_OF_BEST,
          CHANCE);
}
