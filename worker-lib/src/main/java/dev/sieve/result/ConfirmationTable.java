package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.statistics.Interval;
import java.util.List;

/** The columns of {@code confirmation}, one row per configuration of the stage confirm. */
public final class ConfirmationTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "confirmation";

  private ConfirmationTable() {}

  public static final Column<ConfirmationRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", ConfirmationRow::search);

  public static final Column<ConfirmationRow> PLACE =
      new Column<>(
          "place",
          ColumnType.INT,
          "1 for the best score, 2, 3, …; those with a failed repeat come last",
          row -> row.place().number());

  public static final Column<ConfirmationRow> STAGE =
      new Column<>("stage", ColumnType.TEXT, "confirm", row -> row.place().first().stage());

  public static final Column<ConfirmationRow> TRIAL =
      new Column<>(
          "trial",
          ColumnType.INT,
          "number of its first fresh repeat in the stage: the row of trials that says what it is",
          row -> row.place().first().index());

  public static final Column<ConfirmationRow> CONFIGURATION =
      new Column<>(
          "configuration",
          ColumnType.TEXT,
          "hash of the hyperparameters, as in trials",
          row -> row.place().first().hyperparameters().configuration());

  public static final Column<ConfirmationRow> EPOCHS =
      new Column<>(
          "epochs",
          ColumnType.INT,
          "passes over the training examples granted to each repeat",
          row -> row.place().first().epochs());

  public static final Column<ConfirmationRow> REPEATS =
      new Column<>(
          "repeats", ColumnType.INT, "fresh repeats that completed", ConfirmationRow::repeats);

  public static final Column<ConfirmationRow> MEAN =
      new Column<>(
          "mean",
          ColumnType.DOUBLE,
          "mean validation accuracy of the fresh repeats, in [0, 1]",
          row -> ConfirmationRow.number(row.place().verdict().mean()));

  public static final Column<ConfirmationRow> LOW =
      new Column<>(
          "low",
          ColumnType.DOUBLE,
          "lower end of the 95 % interval of mean, over random seeds and validation examples",
          row -> row.ofInterval(Interval::low));

  public static final Column<ConfirmationRow> HIGH =
      new Column<>(
          "high", ColumnType.DOUBLE, "upper end of it", row -> row.ofInterval(Interval::high));

  public static final Column<ConfirmationRow> SCORE =
      new Column<>(
          "score",
          ColumnType.DOUBLE,
          "posterior mean: the fresh repeats, and what the stage before leads one to expect",
          row -> ConfirmationRow.number(row.place().verdict().score()));

  public static final Column<ConfirmationRow> SCORE_SD =
      new Column<>(
          "score_sd",
          ColumnType.DOUBLE,
          "standard deviation of what the score leaves open",
          row -> ConfirmationRow.number(row.place().verdict().deviation()));

  public static final Column<ConfirmationRow> PROBABILITY_BEST =
      new Column<>(
          "probability_best",
          ColumnType.DOUBLE,
          "that no other row's configuration is better",
          row -> row.place().verdict().probability());

  public static final Column<ConfirmationRow> BEHIND =
      new Column<>(
          "behind",
          ColumnType.DOUBLE,
          "how much better the first row's is, from repeats with the same mini-batches; null in the"
              + " first row",
          row -> row.behind(0));

  public static final Column<ConfirmationRow> BEHIND_LOW =
      new Column<>(
          "behind_low",
          ColumnType.DOUBLE,
          "lower end of its 95 % interval, for all rows together: the two cannot be told apart"
              + " unless it is above 0",
          row -> row.behind(-1));

  public static final Column<ConfirmationRow> BEHIND_HIGH =
      new Column<>("behind_high", ColumnType.DOUBLE, "upper end of it", row -> row.behind(1));

  public static final Column<ConfirmationRow> FROM_STAGE =
      new Column<>(
          "from_stage",
          ColumnType.TEXT,
          "stage that chose it",
          row -> row.place().before().first().stage());

  public static final Column<ConfirmationRow> FROM_TRIAL =
      new Column<>(
          "from_trial",
          ColumnType.INT,
          "number of its first repeat there",
          row -> row.place().before().first().index());

  public static final Column<ConfirmationRow> FIRST_ACCURACY =
      new Column<>(
          "first_accuracy",
          ColumnType.DOUBLE,
          "mean validation accuracy of its repeats there",
          row -> ConfirmationRow.number(row.place().before().accuracy()));

  public static final Column<ConfirmationRow> FIRST_SCORE =
      new Column<>(
          "first_score",
          ColumnType.DOUBLE,
          "what it was chosen by there: its score, or first_accuracy",
          row -> ConfirmationRow.number(row.place().before().worth()));

  public static final Column<ConfirmationRow> FLATTERED =
      new Column<>(
          "flattered",
          ColumnType.DOUBLE,
          "first_score − mean: how much the first score had flattered it",
          row -> ConfirmationRow.number(row.place().flattered()));

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<ConfirmationRow>> COLUMNS =
      List.of(
          SEARCH,
          PLACE,
          STAGE,
          TRIAL,
          CONFIGURATION,
          EPOCHS,
          REPEATS,
          MEAN,
          LOW,
          HIGH,
          SCORE,
          SCORE_SD,
          PROBABILITY_BEST,
          BEHIND,
          BEHIND_LOW,
          BEHIND_HIGH,
          FROM_STAGE,
          FROM_TRIAL,
          FIRST_ACCURACY,
          FIRST_SCORE,
          FLATTERED);
}
