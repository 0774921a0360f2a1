package dev.sieve.driver.search;

import dev.sieve.data.Labels;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.run.Tables;
import dev.sieve.result.ConfirmationRow;
import dev.sieve.result.ConfirmationTable;
import dev.sieve.result.CurveTable;
import dev.sieve.result.EnsembleRow;
import dev.sieve.result.EnsembleTable;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.ImportanceRow;
import dev.sieve.result.ImportanceTable;
import dev.sieve.result.PredictionTable;
import dev.sieve.result.TrialTable;
import dev.sieve.train.state.Outputs;
import dev.sieve.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the tables of a search, from all that is known of it. */
final class SearchTables {
  /** What a shell takes as it is. */
  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

  private final RunDirectory run;
  private final RunLock lock;

  /** Between two writings while a stage runs. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** So many times longer than a writing takes the pause is at least. */
  private static final int RARELY = 20;

  /** The tables that every search has. */
  private static final List<String> ALWAYS =
      List.of(TrialTable.NAME, CurveTable.NAME, ExecutionTable.NAME);

  private final Tables tables;
  private final Results results;
  private final Duration shortest;
  private String journal = ""; // its state
  private List<String> written = List.of(); // the state of what was written last
  private boolean behind;
  private long before = System.nanoTime();
  private long pause;

  SearchTables(RunDirectory run, RunLock lock, Results results) {
    this(run, lock, results, PAUSE);
  }

  /**
   * @param shortest pause between two writings while a stage runs
   */
  SearchTables(RunDirectory run, RunLock lock, Results results, Duration shortest) {
    this.run = run;
    this.lock = lock;
    this.tables = new Tables(run);
    this.results = results;
    this.shortest = shortest;
    this.pause = shortest.toNanos();
  }

  /**
   * Writes {@code trials}, {@code curves} and {@code executions}, and {@code confirmation} and
   * {@code ensembles} if there are any, unless another driver has taken over: those are its own
   * then.
   */
  void write() {
    synchronized (results) { // of one moment, whatever comes in meanwhile
      long start = System.nanoTime();
      lock.check();
      TableRows rows = results.rows();
      tables.write(TrialTable.NAME, rows.trialColumns(), rows.trials());
      tables.write(CurveTable.NAME, CurveTable.COLUMNS, rows.curves());
      tables.write(ExecutionTable.NAME, ExecutionTable.COLUMNS, rows.executions(this::command));
      List<ConfirmationRow> confirmed = rows.confirmation();
      if (!confirmed.isEmpty()) {
        tables.write(ConfirmationTable.NAME, ConfirmationTable.COLUMNS, confirmed);
      }
      List<EnsembleRow> together = rows.ensembles();
      if (!together.isEmpty()) {
        tables.write(EnsembleTable.NAME, EnsembleTable.COLUMNS, together);
      }
      behind = false;
      written = state();
      before = System.nanoTime();
      pause = Math.max(shortest.toNanos(), RARELY * (before - start));
    }
  }

  /** Returns all that decides the tables: the same results of the same conf, in the same place. */
  private List<String> state() {
    List<String> state = new ArrayList<>(List.of(run.display(), journal, "" + results.count()));
    state.add(run.folder().readIfThere(RunDirectory.CONF).orElse(""));
    results.rows().trialColumns().forEach(column -> state.add(column.header()));
    CurveTable.COLUMNS.forEach(column -> state.add(column.header()));
    ExecutionTable.COLUMNS.forEach(column -> state.add(column.header()));
    return state;
  }

  /** Hears what the journal holds as the search begins, or since trials were taken over. */
  void recorded(String state) {
    journal = state;
  }

  /**
   * Hears that trials have ended. Writes the tables, if the last time is a while ago: what a killed
   * search leaves is read, too.
   *
   * @param state of the journal
   */
  void changed(String state) {
    synchronized (results) {
      journal = state;
      behind = true;
      if (System.nanoTime() - before >= pause) {
        write();
      }
    }
  }

  /** Writes the tables, if trials have ended since they were written. */
  void catchUp() {
    synchronized (results) {
      if (behind) {
        write();
      }
    }
  }

  /**
   * Writes what a search leaves that is interrupted: the tables unless they are as they would be,
   * and {@code importance}, which takes a Gaussian process for each stage. For any thread.
   */
  void finish() {
    synchronized (results) {
      catchUp();
      lock.check();
      List<ImportanceRow> importance = results.rows().importance();
      if (!importance.isEmpty()) {
        tables.write(ImportanceTable.NAME, ImportanceTable.COLUMNS, importance);
      }
    }
  }

  /**
   * Writes what a search leaves that ends by itself, unless all of it stands there: a search of
   * many trials that is started again when it has ended need not write them again.
   */
  void end() {
    synchronized (results) {
      List<String> state = state();
      if (!behind && tables.areOf(state, ALWAYS)) {
        return;
      }
      if (!written.equals(state)) {
        write();
      }
      finish();
      tables.complete(state);
    }
  }

  /** Returns what trains {@code trial} again, for a shell. */
  private String command(Trial trial) {
    String path = run.display();
    String quoted = PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    return "submit/sieve trial " + quoted + " " + trial.stage() + " " + trial.index();
  }

  /** Writes {@code predictions}, of one trial: what its network makes of the test images. */
  void writePredictions(Trial trial, Labels labels, Outputs outputs) {
    tables.write(
        PredictionTable.NAME,
        PredictionTable.columns(labels.classes(), outputs.mirror() != null),
        results.rows().predictions(trial, labels, outputs));
  }
}
