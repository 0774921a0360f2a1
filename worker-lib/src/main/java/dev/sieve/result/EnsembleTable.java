package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.stream.Stream;

/** The columns of {@code ensembles}, one row per candidate whose repeats are measured together. */
public final class EnsembleTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "ensembles";

  private EnsembleTable() {}

  public static final Column<EnsembleRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", EnsembleRow::search);

  public static final Column<EnsembleRow> STAGE =
      new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.first().stage());

  public static final Column<EnsembleRow> TRIAL =
      new Column<>(
          "trial",
          ColumnType.INT,
          "number of its first repeat in the stage: the row of trials that says what it is",
          row -> row.first().index());

  public static final Column<EnsembleRow> CONFIGURATION =
      new Column<>(
          "configuration",
          ColumnType.TEXT,
          "hash of the hyperparameters, as in trials",
          row -> row.first().hyperparameters().configuration());

  public static final Column<EnsembleRow> EPOCHS =
      new Column<>(
          "epochs",
          ColumnType.INT,
          "passes over the training examples granted to each repeat",
          row -> row.first().epochs());

  public static final Column<EnsembleRow> NETWORKS =
      new Column<>(
          "networks",
          ColumnType.INT,
          "repeats that completed, whose probabilities are averaged",
          row -> row.ensemble().size());

  public static final Column<EnsembleRow> VALIDATION_LOSS =
      new Column<>(
          "validation_loss",
          ColumnType.DOUBLE,
          "−log of the right class's mean probability on the validation examples, in nats per"
              + " image",
          row -> TrialRow.loss(row.ensemble().validation()));

  public static final Column<EnsembleRow> VALIDATION_ACCURACY =
      new Column<>(
          "validation_accuracy",
          ColumnType.DOUBLE,
          "share of validation examples that the mean probabilities classify right",
          row -> TrialRow.accuracy(row.ensemble().validation()));

  public static final Column<EnsembleRow> TEST_LOSS =
      new Column<>(
          "test_loss",
          ColumnType.DOUBLE,
          "as validation_loss, on the test examples; null where trials have no test metrics",
          row -> TrialRow.loss(row.ensemble().test()));

  public static final Column<EnsembleRow> TEST_ACCURACY =
      new Column<>(
          "test_accuracy",
          ColumnType.DOUBLE,
          "as validation_accuracy, on the test examples; never used to choose",
          row -> TrialRow.accuracy(row.ensemble().test()));

  public static final Column<EnsembleRow> SINGLE_VALIDATION_ACCURACY =
      new Column<>(
          "single_validation_accuracy",
          ColumnType.DOUBLE,
          "mean validation accuracy of the networks, one by one",
          row -> row.single(TrialResult::validation));

  public static final Column<EnsembleRow> SINGLE_TEST_ACCURACY =
      new Column<>(
          "single_test_accuracy",
          ColumnType.DOUBLE,
          "mean test accuracy of the networks, one by one",
          row -> row.single(TrialResult::test));

  /** By each image and its mirror image. */
  public static final MeasuredColumns<EnsembleRow> MIRROR =
      MeasuredColumns.of(
          "mirror",
          "the mean of the probabilities that the networks give to an image and its mirror image;"
              + " null unless asked for",
          row -> row.ensemble().mirror());

  public static final Column<EnsembleRow> SINGLE_MIRROR_VALIDATION_ACCURACY =
      new Column<>(
          "single_mirror_validation_accuracy",
          ColumnType.DOUBLE,
          "mean mirror_validation_accuracy of the networks, one by one",
          row -> row.single(result -> MeasuredColumns.validation(result.mirror())));

  public static final Column<EnsembleRow> SINGLE_MIRROR_TEST_ACCURACY =
      new Column<>(
          "single_mirror_test_accuracy",
          ColumnType.DOUBLE,
          "mean mirror_test_accuracy of the networks, one by one",
          row -> row.single(result -> MeasuredColumns.test(result.mirror())));

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<EnsembleRow>> COLUMNS =
      Stream.of(
              List.of(
                  SEARCH,
                  STAGE,
                  TRIAL,
                  CONFIGURATION,
                  EPOCHS,
                  NETWORKS,
                  VALIDATION_LOSS,
                  VALIDATION_ACCURACY,
                  TEST_LOSS,
                  TEST_ACCURACY,
                  SINGLE_VALIDATION_ACCURACY,
                  SINGLE_TEST_ACCURACY),
              MIRROR.all(),
              List.of(SINGLE_MIRROR_VALIDATION_ACCURACY, SINGLE_MIRROR_TEST_ACCURACY))
          .flatMap(List::stream)
          .toList();
}
