package dev.sieve.driver.run;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import dev.sieve.result.Column;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes the tables of a run, each as one Parquet and one CSV file. By the driver itself: a Spark
 * job would write on an executor, which need not see a run directory on the driver's disk, and
 * costs seconds of start.
 */
public final class Tables {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final RunDirectory run;

  public Tables(RunDirectory run) {
    this.run = run;
  }

  /** Writes {@code name.parquet} and {@code name.csv}, each in place of what was there. */
  public <R> void write(String name, List<Column<R>> columns, List<R> rows) {
    run.writeParquet(name + ".parquet", new ParquetRows<>(columns), rows);
    writeCsv(name + ".csv", columns, rows);
  }

  /** Writes the file {@code name} alone, in place of what was there. */
  public <R> void writeCsv(String name, List<Column<R>> columns, List<R> rows) {
    run.write(name, out -> writeCsv(out, columns, rows));
  }

  /**
   * As RFC 4180 has it, but for line ends, which are single; null is nothing between two commas.
   */
  private static <R> void writeCsv(OutputStream out, List<Column<R>> columns, List<R> rows) {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.getFormat().setQuoteEscape('"');
    settings.setMaxColumns(columns.size() + 1);
    CsvWriter csv = new CsvWriter(out, StandardCharsets.UTF_8, settings);
    csv.writeHeaders(columns.stream().map(Column::header).toList());
    for (R row : rows) {
      csv.writeRow(columns.stream().map(column -> text(column.value().apply(row))).toArray());
    }
    csv.flush();
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Instant instant ? TIMESTAMP.format(instant) : value.toString();
  }
}
