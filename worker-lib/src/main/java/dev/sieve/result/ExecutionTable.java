package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.trial.TrainingTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of {@code executions}, one row per trial, of the attempt that gave its result: all
 * that may differ between two runs of one search.
 */
public final class ExecutionTable {
  /** Its files are called so, without their endings. */
  public static final String NAME = "executions";

  private ExecutionTable() {}

  public static final Column<ExecutionRow> SEARCH =
      new Column<>("search", ColumnType.TEXT, "name of the search", ExecutionRow::search);

  /** Stands between a run and the pack of it that a trial was taken over from. */
  public static final String PACK_OF_RUN = ":";

  public static final Column<ExecutionRow> STAGE =
      new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage());

  public static final Column<ExecutionRow> TRIAL =
      new Column<>(
          "trial",
          ColumnType.INT,
          "number of the trial in its stage, from 0",
          row -> row.trial().index());

  public static final Column<ExecutionRow> ATTEMPT =
      new Column<>(
          "attempt",
          ColumnType.INT,
          "of the pack's task, from 0",
          row -> row.execution().attempt());

  public static final Column<ExecutionRow> PACK =
      new Column<>(
          "pack",
          ColumnType.TEXT,
          "name of the pack that it was trained in; of a trial that was taken over from another run,"
              + " behind that run's name and a colon",
          row -> row.execution().pack());

  public static final Column<ExecutionRow> PACK_SIZE =
      new Column<>(
          "pack_size", ColumnType.INT, "trials of that pack", row -> row.execution().packSize());

  public static final Column<ExecutionRow> PACK_POSITION =
      new Column<>(
          "pack_position",
          ColumnType.INT,
          "the trial's place in its pack, from 0",
          row -> row.execution().packPosition());

  public static final Column<ExecutionRow> STARTED_AT =
      new Column<>(
          "started_at",
          ColumnType.TIMESTAMP,
          "when its pack began, UTC",
          row -> Instant.ofEpochMilli(row.execution().startedAt()));

  public static final Column<ExecutionRow> SECONDS =
      new Column<>(
          "seconds",
          ColumnType.DOUBLE,
          "wall time of the whole pack",
          row -> row.execution().seconds());

  public static final Column<ExecutionRow> HOST =
      new Column<>("host", ColumnType.TEXT, "name of the machine", row -> row.execution().host());

  public static final Column<ExecutionRow> EXECUTOR =
      new Column<>(
          "executor",
          ColumnType.TEXT,
          "Spark's name of the executor",
          row -> row.execution().executor());

  public static final Column<ExecutionRow> BLAS =
      new Column<>(
          "blas",
          ColumnType.TEXT,
          "who multiplied matrices: vector-512, vector-256, plain, …",
          row -> row.execution().blas());

  public static final Column<ExecutionRow> BLAS_THREADS =
      new Column<>(
          "blas_threads",
          ColumnType.INT,
          "cores that the packs of the executor shared",
          row -> row.execution().blasThreads());

  public static final Column<ExecutionRow> FAILURE_MESSAGE =
      new Column<>(
          "failure_message",
          ColumnType.TEXT,
          "what went wrong, in one line; null if COMPLETED",
          row -> row.execution().failureMessage());

  public static final Column<ExecutionRow> COMMAND =
      new Column<>(
          "command",
          ColumnType.TEXT,
          "trains exactly this trial again, where it is typed, and compares",
          ExecutionRow::command);

  public static final Column<ExecutionRow> RESUMED_STEP =
      new Column<>(
          "resumed_step",
          ColumnType.LONG,
          "updates that a checkpoint had kept when this attempt began; 0 where it began anew",
          row -> row.execution().resumedStep());

  public static final Column<ExecutionRow> TRIAL_STARTED_AT =
      new Column<>(
          "trial_started_at",
          ColumnType.TIMESTAMP,
          "when the training of the trial itself began, UTC",
          row -> training(row, time -> Instant.ofEpochMilli(time.startedAt())));

  public static final Column<ExecutionRow> TRIAL_ENDED_AT =
      new Column<>(
          "trial_ended_at",
          ColumnType.TIMESTAMP,
          "when it ended: its budget was over, it stopped early, or it failed, UTC; trials of a pack"
              + " train at once, and longer ones end later",
          row -> training(row, time -> Instant.ofEpochMilli(time.endedAt())));

  public static final Column<ExecutionRow> CORE =
      new Column<>(
          "core",
          ColumnType.INT,
          "core of the executor that trained the pack, from 0; idle ones may have helped",
          row -> training(row, TrainingTime::core));

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<ExecutionRow>> COLUMNS =
      List.of(
          SEARCH,
          STAGE,
          TRIAL,
          ATTEMPT,
          PACK,
          PACK_SIZE,
          PACK_POSITION,
          STARTED_AT,
          SECONDS,
          HOST,
          EXECUTOR,
          BLAS,
          BLAS_THREADS,
          FAILURE_MESSAGE,
          COMMAND,
          RESUMED_STEP,
          TRIAL_STARTED_AT,
          TRIAL_ENDED_AT,
          CORE);

  private static <T> T training(ExecutionRow row, Function<TrainingTime, T> value) {
    TrainingTime time = row.execution().training();
    return time == null ? null : value.apply(time);
  }
}
