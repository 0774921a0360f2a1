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
    "a", "Z", "0", "1.0E-5", "-", ",", "\"", "\n", "\r", "'", ";", "\\", "λ", "|", "x y", "\t"
  };
  private static final List<Column<List<String>>> COLUMNS =
      List.of(column("first", 0), column("second", 1), column("third", 2));

  @Test
  void anyText_isQuotedAsBefore_andReadsBack() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(List.of("t" + i, text(random), text(random)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvOutput.write(out, COLUMNS, rows);
    String csv = out.toString(StandardCharsets.UTF_8);
    assertEquals(before(rows), csv);
    List<Row> read = CsvTable.of("tested.csv", csv).rows();
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(rows.get(i).get(1), read.get(i).text("second"));
      assertEquals(rows.get(i).get(2), read.get(i).text("third"));
    }
  }

  /** As text of a table is: it neither begins nor ends with a space. */
  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
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
