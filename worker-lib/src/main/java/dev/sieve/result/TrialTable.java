package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisColumn;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.trial.ByClass;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns of {@code trials}, one row per trial: those of the hyperparameters, as these declare
 * them, and the rest, declared here.
 */
public final class TrialTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "trials";

  /** What the best configurations of a stage are chosen by, where that is no accuracy. */
  public static final Column<TrialRow> SCORE =
      new Column<>(
          "score",
          ColumnType.DOUBLE,
          "what the best configurations are chosen by, higher is better; of a loss, the negative."
              + " Where choose-by is posterior-mean: what all trials of the stage lead one to expect"
              + " of the configuration, the mean of a Gaussian process. Where it is the mean of the"
              + " repeats: null if evaluation.metric is accuracy; else the trial's own metric",
          row -> row.score() == null ? null : row.score().mean());

  /** How sure the score is. */
  public static final Column<TrialRow> SCORE_SD =
      new Column<>(
          "score_sd",
          ColumnType.DOUBLE,
          "standard deviation of what score leaves open; null where score is the trial's own metric",
          row -> row.scoreDeviation());

  /** Where halving stopped it. */
  public static final Column<TrialRow> RUNG =
      new Column<>(
          "rung",
          ColumnType.INT,
          "epochs after which the trial was pruned; null where it was not. A trial with a rung"
              + " that is COMPLETED was trained to the end by the audit",
          TrialRow::rung);

  /** Of searches with a race alone. */
  private static final Column<TrialRow> LEFT_RACE =
      new Column<>(
          "left_race",
          ColumnType.TEXT,
          "why its configuration got no further repeats in a race: worse (significantly, than the"
              + " best so far), failed (one of its repeats did not complete); null where it has"
              + " left none. There where a stage has a race",
          TrialRow::leftRace);

  private TrialTable() {}

  public static final Column<TrialRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", TrialRow::search);

  public static final Column<TrialRow> STAGE =
      new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage());

  public static final Column<TrialRow> TRIAL =
      new Column<>(
          "trial",
          ColumnType.INT,
          "number of the trial in its stage, from 0",
          row -> row.trial().index());

  public static final Column<TrialRow> CONFIGURATION =
      new Column<>(
          "configuration",
          ColumnType.TEXT,
          "hash of the hyperparameters: the same configuration has the same one everywhere",
          row -> row.hyperparameters().configuration());

  public static final Column<TrialRow> REPEAT =
      new Column<>(
          "repeat",
          ColumnType.INT,
          "0, 1, 2, …: another training of the same configuration with fresh random streams",
          row -> row.trial().repeat());

  public static final Column<TrialRow> SEED =
      new Column<>("seed", ColumnType.LONG, "seed of the search", TrialRow::seed);

  public static final Column<TrialRow> STATUS =
      new Column<>(
          "status",
          ColumnType.TEXT,
          "COMPLETED, DIVERGED, FAILED, or PRUNED: trained up to rung alone, and measured there",
          row -> row.result().status().name());

  public static final Column<TrialRow> FAILURE =
      new Column<>(
          "failure",
          ColumnType.TEXT,
          "DIVERGED, EXCEPTION, OUT_OF_MEMORY, TIMEOUT or LOST; null if COMPLETED or PRUNED",
          row -> row.result().failure() == null ? null : row.result().failure().name());

  public static final Column<TrialRow> PARAMETERS =
      new Column<>(
          "parameters", ColumnType.LONG, "weights and biases of the network", TrialRow::parameters);

  public static final Column<TrialRow> NORMALIZATION =
      new Column<>(
          "normalization",
          ColumnType.TEXT,
          "of the inputs: per-pixel (also of features), global, per-image (of examples), unit,"
              + " mean-only, none",
          TrialRow::normalization);

  public static final Column<TrialRow> TRAIN_IMAGES =
      new Column<>("train_images", ColumnType.INT, "examples that trained", TrialRow::trainImages);

  public static final Column<TrialRow> VALIDATION_IMAGES =
      new Column<>(
          "validation_images",
          ColumnType.INT,
          "examples that validated",
          TrialRow::validationImages);

  public static final Column<TrialRow> STEPS =
      new Column<>("steps", ColumnType.LONG, "updates done", row -> row.result().steps());

  public static final Column<TrialRow> TRAIN_LOSS =
      new Column<>(
          "train_loss",
          ColumnType.DOUBLE,
          "mean loss on the training examples at the end, in nats per example; null unless"
              + " COMPLETED",
          row -> TrialRow.loss(row.result().train()));

  public static final Column<TrialRow> TRAIN_COST =
      new Column<>(
          "train_cost",
          ColumnType.DOUBLE,
          "train_loss + λ ΣW²",
          row -> TrialRow.cost(row.result().train()));

  public static final Column<TrialRow> TRAIN_ACCURACY =
      new Column<>(
          "train_accuracy",
          ColumnType.DOUBLE,
          "share of training examples classified right, in [0, 1]",
          row -> TrialRow.accuracy(row.result().train()));

  public static final Column<TrialRow> VALIDATION_LOSS =
      new Column<>(
          "validation_loss",
          ColumnType.DOUBLE,
          "mean loss on the validation examples, in nats per example; of a PRUNED trial, at its rung",
          row -> TrialRow.loss(row.result().validation()));

  public static final Column<TrialRow> VALIDATION_COST =
      new Column<>(
          "validation_cost",
          ColumnType.DOUBLE,
          "validation_loss + λ ΣW²",
          row -> TrialRow.cost(row.result().validation()));

  public static final Column<TrialRow> VALIDATION_ACCURACY =
      new Column<>(
          "validation_accuracy",
          ColumnType.DOUBLE,
          "share of validation examples classified right, in [0, 1]: what the search maximizes, unless"
              + " evaluation.metric says otherwise; of a PRUNED trial, at its rung",
          row -> TrialRow.accuracy(row.result().validation()));

  public static final Column<TrialRow> TEST_LOSS =
      new Column<>(
          "test_loss",
          ColumnType.DOUBLE,
          "mean loss on the test examples, in nats per example; in stage final, elsewhere"
              + " only if asked for",
          row -> TrialRow.loss(row.result().test()));

  public static final Column<TrialRow> TEST_COST =
      new Column<>(
          "test_cost",
          ColumnType.DOUBLE,
          "test_loss + λ ΣW²",
          row -> TrialRow.cost(row.result().test()));

  public static final Column<TrialRow> TEST_ACCURACY =
      new Column<>(
          "test_accuracy",
          ColumnType.DOUBLE,
          "share of test examples classified right, in [0, 1]; never used to choose",
          row -> TrialRow.accuracy(row.result().test()));

  public static final Column<TrialRow> ENSEMBLE_SIZE =
      new Column<>(
          "ensemble_size",
          ColumnType.INT,
          "networks at the ends of cycles whose probabilities are averaged; null unless asked"
              + " for",
          TrialRow::ensembleSize);

  public static final Column<TrialRow> ENSEMBLE_VALIDATION_LOSS =
      new Column<>(
          "ensemble_validation_loss",
          ColumnType.DOUBLE,
          "−log of the right class's mean probability on the validation examples, in nats per"
              + " image",
          row -> TrialRow.loss(row.ensembleValidation()));

  public static final Column<TrialRow> ENSEMBLE_VALIDATION_ACCURACY =
      new Column<>(
          "ensemble_validation_accuracy",
          ColumnType.DOUBLE,
          "share of validation examples that the mean probabilities classify right",
          row -> TrialRow.accuracy(row.ensembleValidation()));

  public static final Column<TrialRow> ENSEMBLE_TEST_LOSS =
      new Column<>(
          "ensemble_test_loss",
          ColumnType.DOUBLE,
          "as ensemble_validation_loss, on the test examples",
          row -> TrialRow.loss(row.ensembleTest()));

  public static final Column<TrialRow> ENSEMBLE_TEST_ACCURACY =
      new Column<>(
          "ensemble_test_accuracy",
          ColumnType.DOUBLE,
          "as ensemble_validation_accuracy, on the test examples; never used to choose",
          row -> TrialRow.accuracy(row.ensembleTest()));

  /** By each image and its mirror image. */
  public static final MeasuredColumns<TrialRow> MIRROR =
      MeasuredColumns.of(
          "mirror",
          "the mean of the probabilities of an image and its mirror image; null unless asked for",
          row -> row.result().mirror());

  /** Of the average of its networks, weight by weight. */
  public static final MeasuredColumns<TrialRow> AVERAGE =
      MeasuredColumns.of(
          "average",
          "the network whose weights are the mean of the trial's networks at the ends of cycles, or"
              + " of its last epochs; null unless asked for",
          row -> row.result().averaged());

  /** As {@link #MIRROR}, of the ensemble. */
  public static final MeasuredColumns<TrialRow> ENSEMBLE_MIRROR =
      MeasuredColumns.of(
          "ensemble_mirror",
          "the mean of the probabilities that the networks at the ends of cycles give to an image"
              + " and its mirror image; null unless asked for",
          TrialRow::ensembleMirror);

  private static final Column<TrialRow> TRAIN_BALANCED_ACCURACY =
      byClass(
          "train_balanced_accuracy",
          "mean over the classes of the share of their training examples that is classified right, in"
              + " [0, 1]. This column and the five that follow are there only if the search"
              + " maximizes one of them, or evaluation.by-class asks for them",
          row -> row.result().train(),
          ByClass::balancedAccuracy);

  private static final Column<TrialRow> TRAIN_MACRO_F1 =
      byClass(
          "train_macro_f1",
          "mean over the classes of F1, 2 · right / (examples + predictions), on the training examples,"
              + " in [0, 1]",
          row -> row.result().train(),
          ByClass::macroF1);

  private static final Column<TrialRow> VALIDATION_BALANCED_ACCURACY =
      byClass(
          "validation_balanced_accuracy",
          "as train_balanced_accuracy, on the validation examples",
          row -> row.result().validation(),
          ByClass::balancedAccuracy);

  private static final Column<TrialRow> VALIDATION_MACRO_F1 =
      byClass(
          "validation_macro_f1",
          "as train_macro_f1, on the validation examples",
          row -> row.result().validation(),
          ByClass::macroF1);

  private static final Column<TrialRow> TEST_BALANCED_ACCURACY =
      byClass(
          "test_balanced_accuracy",
          "as train_balanced_accuracy, on the test examples; never used to choose",
          row -> row.result().test(),
          ByClass::balancedAccuracy);

  private static final Column<TrialRow> TEST_MACRO_F1 =
      byClass(
          "test_macro_f1",
          "as train_macro_f1, on the test examples; never used to choose",
          row -> row.result().test(),
          ByClass::macroF1);

  /** What needs the counts of each class: there only where it is measured. */
  private static final List<Column<TrialRow>> BY_CLASS =
      List.of(
          TRAIN_BALANCED_ACCURACY,
          TRAIN_MACRO_F1,
          VALIDATION_BALANCED_ACCURACY,
          VALIDATION_MACRO_F1,
          TEST_BALANCED_ACCURACY,
          TEST_MACRO_F1);

  /** All that there are, in their order; later ones are appended, never renamed. */
  public static final List<Column<TrialRow>> COLUMNS =
      withEveryAxis(
          List.of(
              List.of(SEARCH, STAGE, TRIAL, CONFIGURATION, REPEAT, SEED, STATUS, FAILURE),
              axis(Axes.HIDDEN),
              List.of(PARAMETERS),
              axis(Axes.OBJECTIVE),
              axis(Axes.LABEL_SMOOTHING),
              axis(Axes.INITIALIZATION),
              List.of(NORMALIZATION),
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
              List.of(TRAIN_IMAGES, VALIDATION_IMAGES),
              axis(Axes.EPOCHS),
              List.of(
                  STEPS,
                  TRAIN_LOSS,
                  TRAIN_COST,
                  TRAIN_ACCURACY,
                  VALIDATION_LOSS,
                  VALIDATION_COST,
                  VALIDATION_ACCURACY,
                  TEST_LOSS,
                  TEST_COST,
                  TEST_ACCURACY,
                  ENSEMBLE_SIZE,
                  ENSEMBLE_VALIDATION_LOSS,
                  ENSEMBLE_VALIDATION_ACCURACY,
                  ENSEMBLE_TEST_LOSS,
                  ENSEMBLE_TEST_ACCURACY),
              axis(ScheduleAxes.CYCLES),
              axis(ScheduleAxes.WARM_UP),
              axis(Axes.SHIFT_FILL),
              axis(Axes.CUTOUT),
              List.of(SCORE, SCORE_SD, RUNG),
              MIRROR.all(),
              ENSEMBLE_MIRROR.all(),
              AVERAGE.all(),
              BY_CLASS,
              List.of(LEFT_RACE)));

  /**
   * Returns the columns of a table.
   *
   * @param byClass whether what needs the counts of each class was measured
   * @param races whether a stage has a race
   */
  public static List<Column<TrialRow>> columns(boolean byClass, boolean races) {
    return COLUMNS.stream()
        .filter(column -> byClass || !BY_CLASS.contains(column))
        .filter(column -> races || !column.equals(LEFT_RACE))
        .toList();
  }

  /** Returns the column that has {@code metric} of the validation examples. */
  public static Column<TrialRow> validation(Metric metric) {
    return switch (metric) {
      case ACCURACY -> VALIDATION_ACCURACY;
      case BALANCED_ACCURACY -> VALIDATION_BALANCED_ACCURACY;
      case MACRO_F1 -> VALIDATION_MACRO_F1;
      case LOSS -> VALIDATION_LOSS;
    };
  }

  /** Returns the column that has {@code metric} of the test examples. */
  public static Column<TrialRow> test(Metric metric) {
    return switch (metric) {
      case ACCURACY -> TEST_ACCURACY;
      case BALANCED_ACCURACY -> TEST_BALANCED_ACCURACY;
      case MACRO_F1 -> TEST_MACRO_F1;
      case LOSS -> TEST_LOSS;
    };
  }

  private static Column<TrialRow> byClass(
      String header,
      String doc,
      Function<TrialRow, Metrics> metrics,
      ToDoubleFunction<ByClass> number) {
    return new Column<>(
        header,
        ColumnType.DOUBLE,
        doc,
        row -> {
          Metrics measured = metrics.apply(row);
          return measured == null || measured.byClass() == null
              ? null
              : (Double) number.applyAsDouble(measured.byClass());
        });
  }

  /** Returns whether {@code column} tells of one trial alone, and not of others of its stage. */
  public static boolean isOfOneTrial(Column<TrialRow> column) {
    return !List.of(SCORE, SCORE_SD, RUNG, LEFT_RACE).contains(column);
  }

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
