package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisColumn;
import dev.sieve.space.ScheduleAxes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of {@code trials}, one row per trial: those of the hyperparameters, as these declare
 * them, and the rest, declared here.
 */
public final class TrialTable {
  private TrialTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<TrialRow>> COLUMNS =
      withEveryAxis(
          List.of(
              column("search", ColumnType.TEXT, "name of the search", TrialRow::search),
              column("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage()),
              column(
                  "trial",
                  ColumnType.INT,
                  "number of the trial in its stage, from 0",
                  row -> row.trial().index()),
              column(
                  "configuration",
                  ColumnType.TEXT,
                  "hash of the hyperparameters: the same configuration has the same one everywhere",
                  row -> row.hyperparameters().configuration()),
              column(
                  "repeat",
                  ColumnType.INT,
                  "0, 1, 2, …: another training of the same configuration with fresh random streams",
                  row -> row.trial().repeat()),
              column("seed", ColumnType.LONG, "seed of the search", TrialRow::seed),
              column(
                  "status",
                  ColumnType.TEXT,
                  "COMPLETED, DIVERGED or FAILED",
                  row -> row.result().status().name()),
              column(
                  "failure",
                  ColumnType.TEXT,
                  "DIVERGED, EXCEPTION, OUT_OF_MEMORY, TIMEOUT or LOST; null if COMPLETED",
                  row -> row.result().failure() == null ? null : row.result().failure().name()),
              axis(Axes.HIDDEN),
              column(
                  "parameters",
                  ColumnType.LONG,
                  "weights and biases of the network",
                  TrialRow::parameters),
              axis(Axes.OBJECTIVE),
              axis(Axes.LABEL_SMOOTHING),
              axis(Axes.INITIALIZATION),
              column(
                  "normalization",
                  ColumnType.TEXT,
                  "of the inputs: per-pixel (also of features), global, per-image (of examples), unit, mean-only, none",
                  TrialRow::normalization),
              axis(Axes.L2),
              axis(Axes.OPTIMIZER),
              axis(Axes.SCHEDULE),
              axis(ScheduleAxes.ETA_MIN),
              axis(ScheduleAxes.ETA_MAX),
              axis(ScheduleAxes.HALF_CYCLE),
              axis(ScheduleAxes.DECAY_FACTOR),
              axis(ScheduleAxes.DECAY_EVERY),
              axis(Axes.BATCH_SIZE),
              axis(Axes.FLIP),
              axis(Axes.SHIFT),
              axis(Axes.NOISE),
              axis(Axes.DROPOUT),
              axis(Axes.INPUT_DROPOUT),
              column("train_images", ColumnType.INT, "images that trained", TrialRow::trainImages),
              column(
                  "validation_images",
                  ColumnType.INT,
                  "images that validated",
                  TrialRow::validationImages),
              axis(Axes.EPOCHS),
              column("steps", ColumnType.LONG, "updates done", row -> row.result().steps()),
              column(
                  "train_loss",
                  ColumnType.DOUBLE,
                  "mean loss on the training images at the end, in nats per image; null unless"
                      + " COMPLETED",
                  row -> TrialRow.loss(row.result().train())),
              column(
                  "train_cost",
                  ColumnType.DOUBLE,
                  "train_loss + λ ΣW²",
                  row -> TrialRow.cost(row.result().train())),
              column(
                  "train_accuracy",
                  ColumnType.DOUBLE,
                  "share of training images classified right, in [0, 1]",
                  row -> TrialRow.accuracy(row.result().train())),
              column(
                  "validation_loss",
                  ColumnType.DOUBLE,
                  "mean loss on the validation images, in nats per image",
                  row -> TrialRow.loss(row.result().validation())),
              column(
                  "validation_cost",
                  ColumnType.DOUBLE,
                  "validation_loss + λ ΣW²",
                  row -> TrialRow.cost(row.result().validation())),
              column(
                  "validation_accuracy",
                  ColumnType.DOUBLE,
                  "share of validation images classified right, in [0, 1]: what the search maximizes",
                  row -> TrialRow.accuracy(row.result().validation())),
              column(
                  "test_loss",
                  ColumnType.DOUBLE,
                  "mean loss on the test images, in nats per image; in stage final, elsewhere"
                      + " only if asked for",
                  row -> TrialRow.loss(row.result().test())),
              column(
                  "test_cost",
                  ColumnType.DOUBLE,
                  "test_loss + λ ΣW²",
                  row -> TrialRow.cost(row.result().test())),
              column(
                  "test_accuracy",
                  ColumnType.DOUBLE,
                  "share of test images classified right, in [0, 1]; never used to choose",
                  row -> TrialRow.accuracy(row.result().test())),
              column(
                  "ensemble_size",
                  ColumnType.INT,
                  "networks at the ends of cycles whose probabilities are averaged; null unless asked"
                      + " for",
                  TrialRow::ensembleSize),
              column(
                  "ensemble_validation_loss",
                  ColumnType.DOUBLE,
                  "−log of the right class's mean probability on the validation images, in nats per"
                      + " image",
                  row -> TrialRow.loss(row.ensembleValidation())),
              column(
                  "ensemble_validation_accuracy",
                  ColumnType.DOUBLE,
                  "share of validation images that the mean probabilities classify right",
                  row -> TrialRow.accuracy(row.ensembleValidation())),
              column(
                  "ensemble_test_loss",
                  ColumnType.DOUBLE,
                  "as ensemble_validation_loss, on the test images",
                  row -> TrialRow.loss(row.ensembleTest())),
              column(
                  "ensemble_test_accuracy",
                  ColumnType.DOUBLE,
                  "as ensemble_validation_accuracy, on the test images; never used to choose",
                  row -> TrialRow.accuracy(row.ensembleTest()))));

  /** Returns the columns that show {@code axis}. */
  private static List<Column<TrialRow>> axis(Axis<?> axis) {
    return axis.columns().stream().map(TrialTable::column).toList();
  }

  private static Column<TrialRow> column(AxisColumn column) {
    return new Column<>(
        column.header(),
        column.type(),
        column.doc(),
        row -> column.cell().apply(row.trial().candidate(), row.horizon()));
  }

  private static List<Column<TrialRow>> column(
      String header, ColumnType type, String doc, Function<TrialRow, Object> value) {
    return List.of(new Column<>(header, type, doc, value));
  }

  /** Returns {@code listed}, and behind them the columns of axes that are not among them. */
  private static List<Column<TrialRow>> withEveryAxis(List<List<Column<TrialRow>>> listed) {
    List<Column<TrialRow>> columns = new ArrayList<>();
    listed.forEach(columns::addAll);
    List<String> known = columns.stream().map(Column::header).toList();
    Axes.ALL.stream()
        .flatMap(axis -> axis(axis).stream())
        .filter(column -> !known.contains(column.header()))
        .forEach(columns::add);
    return List.copyOf(columns);
  }
}
