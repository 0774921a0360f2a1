package dev.sieve.result;

import dev.sieve.format.ColumnType;
import java.time.Instant;
import java.util.List;

/**
 * The columns of {@code executions}, one row per trial, of the attempt that gave its result: all
 * that may differ between two runs of one search.
 */
public final class ExecutionTable {
  private ExecutionTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<ExecutionRow>> COLUMNS =
      List.of(
          new Column<>("search", ColumnType.TEXT, "name of the search", ExecutionRow::search),
          new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage()),
          new Column<>(
              "trial",
              ColumnType.INT,
              "number of the trial in its stage, from 0",
              row -> row.trial().index()),
          new Column<>(
              "attempt",
              ColumnType.INT,
              "of the pack's task, from 0",
              row -> row.execution().attempt()),
          new Column<>(
              "pack",
              ColumnType.TEXT,
              "name of the pack that it was trained in",
              row -> row.execution().pack()),
          new Column<>(
              "pack_size",
              ColumnType.INT,
              "trials of that pack",
              row -> row.execution().packSize()),
          new Column<>(
              "pack_position",
              ColumnType.INT,
              "the trial's place in its pack, from 0",
              row -> row.execution().packPosition()),
          new Column<>(
              "started_at",
              ColumnType.TIMESTAMP,
              "when its pack began, UTC",
              row -> Instant.ofEpochMilli(row.execution().startedAt())),
          new Column<>(
              "seconds",
              ColumnType.DOUBLE,
              "wall time of the whole pack",
              row -> row.execution().seconds()),
          new Column<>(
              "host", ColumnType.TEXT, "name of the machine", row -> row.execution().host()),
          new Column<>(
              "executor",
              ColumnType.TEXT,
              "Spark's name of the executor",
              row -> row.execution().executor()),
          new Column<>(
              "blas",
              ColumnType.TEXT,
              "who multiplied matrices: vector-512, vector-256, plain, …",
              row -> row.execution().blas()),
          new Column<>(
              "blas_threads",
              ColumnType.INT,
              "cores that the packs of the executor shared",
              row -> row.execution().blasThreads()),
          new Column<>(
              "failure_message",
              ColumnType.TEXT,
              "what went wrong, in one line; null if COMPLETED",
              row -> row.execution().failureMessage()),
          new Column<>(
              "command",
              ColumnType.TEXT,
              "trains exactly this trial again, where it is typed, and compares",
              ExecutionRow::command),
          new Column<>(
              "resumed_step",
              ColumnType.LONG,
              "updates that a checkpoint had kept when this attempt began; 0 where it began anew",
              row -> row.execution().resumedStep()));
}
