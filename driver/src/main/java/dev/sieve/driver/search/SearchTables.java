package dev.sieve.driver.search;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Tables;
import dev.sieve.result.Column;
import dev.sieve.result.CurveTable;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.PredictionTable;
import dev.sieve.result.TrialTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the tables of a search, from all that is known of it. Spark's first table takes seconds,
 * which pass while the next stage trains.
 */
final class SearchTables implements AutoCloseable {
  private static final int AT_ONCE = 2;

  private final Tables tables;
  private final Results results;
  private final ExecutorService writers =
      Executors.newFixedThreadPool(AT_ONCE, SearchTables::daemon);
  private final List<Future<?>> writing = new ArrayList<>();

  SearchTables(Tables tables, Results results) {
    this.tables = tables;
    this.results = results;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tables");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to write all tables as they are now; {@code predictions} only where there are new ones.
   */
  void write() {
    finish();
    begin("trials", TrialTable.COLUMNS, results.trials());
    begin("curves", CurveTable.COLUMNS, results.curves());
    begin("executions", ExecutionTable.COLUMNS, results.executions());
    if (results.hasPredictions()) {
      begin(Results.PREDICTIONS, PredictionTable.COLUMNS, results.predictions());
    }
  }

  private <R> void begin(String name, List<Column<R>> columns, List<R> rows) {
    writing.add(writers.submit(() -> tables.write(name, columns, rows)));
  }

  /** Returns when what was begun is written, or throws what kept it from being. */
  void finish() {
    try {
      for (Future<?> table : writing) {
        table.get();
      }
      writing.clear();
    } catch (ExecutionException e) {
      throw new SearchFailure(
          "cannot write the tables: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tables were written", e);
    }
  }

  @Override
  public void close() {
    writers.shutdown();
  }
}
