package dev.sieve.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sieve.result.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Tables as CSV files: as RFC 4180 has it, in UTF-8, but for line ends, which are single; null and
 * empty text are nothing between two commas. A double is the shortest text that reads back as the
 * same bits.
 */
public final class CsvOutput {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CsvOutput() {}

  /** Writes the names of {@code columns}, and then {@code rows}; does not close {@code out}. */
  public static <R> void write(OutputStream out, List<Column<R>> columns, List<R> rows)
      throws IOException {
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    csv.writeRecord(columns.stream().map(Column::header).toList());
    for (R row : rows) {
      csv.writeRecord(columns.stream().map(column -> text(column, row)).toList());
    }
    csv.flush();
  }

  /** Returns what the file holds in {@code column} of {@code row}; empty for null. */
  public static <R> String text(Column<R> column, R row) {
    Object value = column.value().apply(row);
    if (value == null) {
      return "";
    }
    return value instanceof Instant instant ? TIMESTAMP.format(instant) : value.toString();
  }
}
