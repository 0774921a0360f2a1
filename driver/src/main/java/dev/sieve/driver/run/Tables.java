package dev.sieve.driver.run;

import dev.sieve.Digest;
import dev.sieve.driver.error.UserError;
import dev.sieve.result.Column;
import dev.sieve.run.CsvOutput;
import dev.sieve.run.CsvTable;
import dev.sieve.run.Row;
import dev.sieve.run.RunFiles;
import dev.sieve.run.UnreadableRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the tables of a run, each as one Parquet and one CSV file. By the driver itself: a Spark
 * job would write on an executor, which need not see a run directory on the driver's disk, and
 * costs seconds of start.
 */
public final class Tables {
  /** Names the state that the tables are of, while they are whole. */
  private static final String STATE = ".tables";

  private static final int HASH_BYTES = 16;

  private final Folder run;

  public Tables(RunDirectory run) {
    this.run = run.folder();
  }

  /** Writes {@code name.parquet} and {@code name.csv}, each in place of what was there. */
  public <R> void write(String name, List<Column<R>> columns, List<R> rows) {
    run.delete(STATE);
    run.writeParquet(RunFiles.parquet(name), new ParquetRows<>(columns), rows);
    writeCsv(RunFiles.csv(name), columns, rows);
  }

  /** Takes note that all tables are written, of {@code state}: what decides them. */
  public void complete(List<String> state) {
    run.write(STATE, Digest.of(state, HASH_BYTES));
  }

  /** Returns whether the tables {@code names} are those of {@code state}, and none is gone. */
  public boolean areOf(List<String> state, List<String> names) {
    return run.readIfThere(STATE).equals(Optional.of(Digest.of(state, HASH_BYTES)))
        && names.stream()
            .allMatch(name -> run.has(RunFiles.csv(name)) && run.has(RunFiles.parquet(name)));
  }

  /** Writes the file {@code name} alone, in place of what was there. */
  public <R> void writeCsv(String name, List<Column<R>> columns, List<R> rows) {
    run.write(name, out -> CsvOutput.write(out, columns, rows));
  }

  /**
   * Returns the rows of the table {@code name}, each as text by column, empty for null; none where
   * there is no such table.
   *
   * @throws UserError where the file is damaged
   */
  public List<Map<String, String>> read(String name) {
    String file = RunFiles.csv(name);
    if (!run.has(file)) {
      return List.of();
    }
    try {
      return CsvTable.of(run.display() + "/" + file, run.read(file)).rows().stream()
          .map(Tables::texts)
          .toList();
    } catch (UnreadableRun e) {
      throw new UserError(e.getMessage());
    }
  }

  private static Map<String, String> texts(Row row) {
    Map<String, String> texts = new HashMap<>();
    row.columns().forEach(column -> texts.put(column, row.text(column)));
    return texts;
  }
}
