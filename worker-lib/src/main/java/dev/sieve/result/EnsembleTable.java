package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.trial.TrialResult;
import java.util.List;

/** The columns of {@code ensembles}, one row per candidate whose repeats are measured together. */
public final class EnsembleTable {
  private EnsembleTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<EnsembleRow>> COLUMNS =
      List.of(
          new Column<>("search", ColumnType.TEXT, "name of the search", EnsembleRow::search),
          new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.first().stage()),
          new Column<>(
              "trial",
              ColumnType.INT,
              "number of its first repeat in the stage: the row of trials that says what it is",
              row -> row.first().index()),
          new Column<>(
              "configuration",
              ColumnType.TEXT,
              "hash of the hyperparameters, as in trials",
              row -> row.first().hyperparameters().configuration()),
          new Column<>(
              "epochs",
              ColumnType.INT,
              "passes over the training images granted to each repeat",
              row -> row.first().epochs()),
          new Column<>(
              "networks",
              ColumnType.INT,
              "repeats that completed, whose probabilities are averaged",
              row -> row.ensemble().size()),
          new Column<>(
              "validation_loss",
              ColumnType.DOUBLE,
              "−log of the right class's mean probability on the validation images, in nats per"
                  + " image",
              row -> TrialRow.loss(row.ensemble().validation())),
          new Column<>(
              "validation_accuracy",
              ColumnType.DOUBLE,
              "share of validation images that the mean probabilities classify right",
              row -> TrialRow.accuracy(row.ensemble().validation())),
          new Column<>(
              "test_loss",
              ColumnType.DOUBLE,
              "as validation_loss, on the test images; null where trials have no test metrics",
              row -> TrialRow.loss(row.ensemble().test())),
          new Column<>(
              "test_accuracy",
              ColumnType.DOUBLE,
              "as validation_accuracy, on the test images; never used to choose",
              row -> TrialRow.accuracy(row.ensemble().test())),
          new Column<>(
              "single_validation_accuracy",
              ColumnType.DOUBLE,
              "mean validation accuracy of the networks, one by one",
              row -> row.single(TrialResult::validation)),
          new Column<>(
              "single_test_accuracy",
              ColumnType.DOUBLE,
              "mean test accuracy of the networks, one by one",
              row -> row.single(TrialResult::test)));
}
