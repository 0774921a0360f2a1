package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.List;

/** The columns of {@code curves}, one row per trial and measurement, by step. */
public final class CurveTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "curves";

  private CurveTable() {}

  public static final Column<CurveRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", CurveRow::search);

  public static final Column<CurveRow> STAGE =
      new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage());

  public static final Column<CurveRow> TRIAL =
      new Column<>(
          "trial",
          ColumnType.INT,
          "number of the trial in its stage, from 0",
          row -> row.trial().index());

  public static final Column<CurveRow> STEP =
      new Column<>(
          "step",
          ColumnType.LONG,
          "updates done; 0 is the untrained network",
          row -> row.point().step());

  public static final Column<CurveRow> EPOCH =
      new Column<>(
          "epoch",
          ColumnType.DOUBLE,
          "passes over the training examples done, with a fraction",
          row -> row.point().epoch());

  public static final Column<CurveRow> ETA =
      new Column<>(
          "eta",
          ColumnType.DOUBLE,
          "learning rate η that the schedule gives at this step",
          row -> row.point().eta());

  public static final Column<CurveRow> TRAIN_LOSS =
      new Column<>(
          "train_loss",
          ColumnType.DOUBLE,
          "mean loss, in nats per example: over the batches since the last row if"
              + " evaluation.train is running, over all training examples if it is exact and"
              + " after the last update of the budget",
          row -> TrialRow.loss(row.point().train()));

  public static final Column<CurveRow> TRAIN_COST =
      new Column<>(
          "train_cost",
          ColumnType.DOUBLE,
          "train_loss + λ ΣW²",
          row -> TrialRow.cost(row.point().train()));

  public static final Column<CurveRow> TRAIN_ACCURACY =
      new Column<>(
          "train_accuracy",
          ColumnType.DOUBLE,
          "share classified right, in [0, 1], over the examples of train_loss",
          row -> TrialRow.accuracy(row.point().train()));

  public static final Column<CurveRow> VALIDATION_LOSS =
      new Column<>(
          "validation_loss",
          ColumnType.DOUBLE,
          "mean loss on all validation examples, in nats per example",
          row -> TrialRow.loss(row.point().validation()));

  public static final Column<CurveRow> VALIDATION_COST =
      new Column<>(
          "validation_cost",
          ColumnType.DOUBLE,
          "validation_loss + λ ΣW²",
          row -> TrialRow.cost(row.point().validation()));

  public static final Column<CurveRow> VALIDATION_ACCURACY =
      new Column<>(
          "validation_accuracy",
          ColumnType.DOUBLE,
          "share of validation examples classified right, in [0, 1]",
          row -> TrialRow.accuracy(row.point().validation()));

  public static final Column<CurveRow> TEST_LOSS =
      new Column<>(
          "test_loss",
          ColumnType.DOUBLE,
          "mean loss of the untrained network on all test examples, in the first row; null"
              + " elsewhere, and unless evaluation.report-test is true and evaluation.train is"
              + " exact",
          row -> TrialRow.loss(row.point().test()));

  public static final Column<CurveRow> TEST_COST =
      new Column<>(
          "test_cost",
          ColumnType.DOUBLE,
          "test_loss + λ ΣW²",
          row -> TrialRow.cost(row.point().test()));

  public static final Column<CurveRow> TEST_ACCURACY =
      new Column<>(
          "test_accuracy",
          ColumnType.DOUBLE,
          "share of test examples classified right, in [0, 1], where test_loss is given",
          row -> TrialRow.accuracy(row.point().test()));

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<CurveRow>> COLUMNS =
      List.of(
          SEARCH,
          STAGE,
          TRIAL,
          STEP,
          EPOCH,
          ETA,
          TRAIN_LOSS,
          TRAIN_COST,
          TRAIN_ACCURACY,
          VALIDATION_LOSS,
          VALIDATION_COST,
          VALIDATION_ACCURACY,
          TEST_LOSS,
          TEST_COST,
          TEST_ACCURACY);
}
