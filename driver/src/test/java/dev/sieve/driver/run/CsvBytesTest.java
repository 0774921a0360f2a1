package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import dev.sieve.format.ColumnType;
import dev.sieve.result.Column;
import dev.sieve.run.CsvOutput;
import dev.sieve.run.CsvTable;
import dev.sieve.run.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tables keep the bytes that earlier versions wrote, by another library. */
class CsvBytesTest {
  private static final String[] PARTS = {
    "a", "Z", "0", "1.0E-5", "-", ",", "\n", "'", ";", "\\", "λ", "|", "x y", "\t", "\"", "\r"
  };
  private static final List<Column<List<String>>> COLUMNS =
      List.of(column("first", 0), column("second", 1), column("third", 2));

  /** All but quotes within a text and carriage returns, which were left as they are. */
  @Test
  void text_isWrittenAsBefore() throws IOException {
    List<List<String>> rows = rows(PARTS.length - 2);
    assertEquals(before(rows), csv(rows));
  }

  @Test
  void anyText_readsBack() throws IOException {
    List<List<String>> rows = rows(PARTS.length);
    List<Row> read = CsvTable.of("tested.csv", csv(rows)).rows();
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(rows.get(i).get(1), read.get(i).text("second"));
      assertEquals(rows.get(i).get(2), read.get(i).text("third"));
    }
  }

  private static List<List<String>> rows(int parts) {
    SplittableRandom random = new SplittableRandom(3);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(List.of("t" + i, text(random, parts), text(random, parts)));
    }
    return rows;
  }

  private static String csv(List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvOutput.write(out, COLUMNS, rows);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As text of a table is: it neither begins nor ends with a space. */
  private static String text(SplittableRandom random, int parts) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PARTS[random.nextInt(parts)]);
    }
    return text.toString().strip();
  }

  private static String before(List<List<String>> rows) {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.getFormat().setQuoteEscape('"');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvWriter csv = new CsvWriter(out, StandardCharsets.UTF_8, settings);
    csv.writeHeaders(COLUMNS.stream().map(Column::header).toList());
    rows.forEach(row -> csv.writeRow(row.stream().map(s -> s.isEmpty() ? null : s).toArray()));
    csv.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Column<List<String>> column(String name, int place) {
    return new Column<>(
        name, ColumnType.TEXT, name, row -> row.get(place).isEmpty() ? null : row.get(place));
  }
}
