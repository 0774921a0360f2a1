package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.util.List;

/** The columns of {@code curves}, one row per trial and measurement, by step. */
public final class CurveTable {
  private CurveTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<CurveRow>> COLUMNS =
      List.of(
          new Column<>("search", ColumnType.TEXT, "name of the search", CurveRow::search),
          new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage()),
          new Column<>(
              "trial",
              ColumnType.INT,
              "number of the trial in its stage, from 0",
              row -> row.trial().index()),
          new Column<>(
              "step",
              ColumnType.LONG,
              "updates done; 0 is the untrained network",
              row -> row.point().step()),
          new Column<>(
              "epoch",
              ColumnType.DOUBLE,
              "passes over the training images done, with a fraction",
              row -> row.point().epoch()),
          new Column<>(
              "eta",
              ColumnType.DOUBLE,
              "learning rate η that the schedule gives at this step",
              row -> row.point().eta()),
          new Column<>(
              "train_loss",
              ColumnType.DOUBLE,
              "mean loss, in nats per image: over the batches since the last row if"
                  + " evaluation.train is running, over all training images if it is exact and"
                  + " after the last update of the budget",
              row -> TrialRow.loss(row.point().train())),
          new Column<>(
              "train_cost",
              ColumnType.DOUBLE,
              "train_loss + λ ΣW²",
              row -> TrialRow.cost(row.point().train())),
          new Column<>(
              "train_accuracy",
              ColumnType.DOUBLE,
              "share classified right, in [0, 1], over the images of train_loss",
              row -> TrialRow.accuracy(row.point().train())),
          new Column<>(
              "validation_loss",
              ColumnType.DOUBLE,
              "mean loss on all validation images, in nats per image",
              row -> TrialRow.loss(row.point().validation())),
          new Column<>(
              "validation_cost",
              ColumnType.DOUBLE,
              "validation_loss + λ ΣW²",
              row -> TrialRow.cost(row.point().validation())),
          new Column<>(
              "validation_accuracy",
              ColumnType.DOUBLE,
              "share of validation images classified right, in [0, 1]",
              row -> TrialRow.accuracy(row.point().validation())),
          new Column<>(
              "test_loss",
              ColumnType.DOUBLE,
              "mean loss of the untrained network on all test images, in the first row; null"
                  + " elsewhere, and unless evaluation.report-test is true and evaluation.train is"
                  + " exact",
              row -> TrialRow.loss(row.point().test())),
          new Column<>(
              "test_cost",
              ColumnType.DOUBLE,
              "test_loss + λ ΣW²",
              row -> TrialRow.cost(row.point().test())),
          new Column<>(
              "test_accuracy",
              ColumnType.DOUBLE,
              "share of test images classified right, in [0, 1], where test_loss is given",
              row -> TrialRow.accuracy(row.point().test())));
}
