package dev.sieve.driver.run;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import dev.sieve.result.Column;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the tables of a run, each as one Parquet and one CSV file. By the driver itself: a Spark
 * job would write on an executor, which need not see a run directory on the driver's disk, and
 * costs seconds of start.
 */
public final class Tables {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** More than any table has, of this version or a later one. */
  private static final int MOST_COLUMNS = 1000;

  private final Folder run;

  public Tables(RunDirectory run) {
    this.run = run.folder();
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

  /**
   * Returns the rows of {@code name.csv}, each as text by column, empty for null; none where there
   * is no such table.
   */
  public List<Map<String, String>> read(String name) {
    if (!run.has(name + ".csv")) {
      return List.of();
    }
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(-1);
    settings.setNullValue("");
    List<String[]> lines =
        new CsvParser(settings).parseAll(new StringReader(run.read(name + ".csv")));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int c = 0; c < line.length; c++) {
        row.put(lines.get(0)[c], line[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Returns what the CSV file holds in {@code column} of {@code row}; empty for null. */
  public static <R> String text(Column<R> column, R row) {
    String text = text(column.value().apply(row));
    return text == null ? "" : text;
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Instant instant ? TIMESTAMP.format(instant) : value.toString();
  }
}
