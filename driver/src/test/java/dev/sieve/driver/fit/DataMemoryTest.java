package dev.sieve.driver.fit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.DataException;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Places;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.source.ParquetTableFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMemoryTest {
  private static final int ROWS = 1 << 19;
  private static final long MEGABYTE = 1 << 20;
  private static final Places PLACES = HadoopFolder.places(new Configuration());

  private static final String CONF_OF_NOTHING =
      "search { data { source = idx, path = /no/such, train = 100, validation = 100 },"
          + " stages = [only], stage.only.trials = 1 }";

  @TempDir private Path folder;

  /** Writes 2¹⁹ rows of two features, and returns a search over them. */
  private SearchConf search(IntToDoubleFunction second) {
    Path file =
        ParquetTableFile.write(
            folder.resolve("t.parquet"),
            "required int32 a; required double b; required int32 y;",
            ROWS,
            (row, i) ->
                row.append("a", i % 256).append("b", second.applyAsDouble(i)).append("y", i % 2));
    return parquet(file);
  }

  private static SearchConf parquet(Path file) {
    return search("parquet", file);
  }

  private static SearchConf csv(Path file) {
    return search("csv", file);
  }

  private static SearchConf search(String source, Path file) {
    String text =
        "search { data { source = %s, path = \"%s\", label = y, train = 100, validation = 100,"
            + " categories = onehot, levels = 1000 }, stages = [only], stage.only.trials = 1 }";
    return ConfFile.parse(text.formatted(source, file), "x.conf", List.of(), Map.of());
  }

  private static String refusal(long driver, long executor, SearchConf conf) {
    DataMemory memory = new DataMemory(driver, executor);
    return assertThrows(UserError.class, () -> memory.check(conf.source(), PLACES)).getMessage();
  }

  @Test
  void bytes_takeOneEach() {
    SearchConf conf = search(i -> 7);
    long needed = 110 * MEGABYTE;
    assertDoesNotThrow(() -> new DataMemory(needed, needed).check(conf.source(), PLACES));
    assertEquals(
        "the data of source parquet must fit into memory, but 3 × (524,288 examples × 2 bytes = 1 MB)"
            + " + 96 MB for all else, and a tenth for the collector, are 110 MB at least, and each"
            + " executor has 109 MB:"
            + " --executor-memory gives more",
        refusal(needed, needed - 1, conf));
  }

  @Test
  void oneFraction_makesAllFloats() {
    SearchConf conf = search(i -> i / 2.0);
    assertEquals(
        "the data of source parquet must fit into memory, but 3 × (524,288 examples × 2 floats of 4"
            + " bytes = 4 MB) + 96 MB for all else, and a tenth for the collector, are 120 MB at least,"
            + " and the driver has 119 MB:"
            + " --driver-memory gives more",
        refusal(119 * MEGABYTE, 119 * MEGABYTE, conf));
    assertDoesNotThrow(
        () -> new DataMemory(120 * MEGABYTE, Long.MAX_VALUE).check(conf.source(), PLACES));
  }

  @Test
  void whatIsReadAtOnce_countsWhereItIsMoreThanTheExamples() {
    LeastSize least = new LeastSize(ROWS, 2, 4, 8 * MEGABYTE);
    DataMemory memory = new DataMemory(120 * MEGABYTE, Long.MAX_VALUE);
    assertDoesNotThrow(() -> memory.check("parquet", least));
    assertEquals(
        "the data of source parquet must fit into memory, but 524,288 examples × 2 floats of 4 bytes ="
            + " 4 MB + 10 MB of a file, read at once, + 96 MB for all else, and a tenth for the collector,"
            + " are 123 MB at least, and the driver has 120 MB: --driver-memory gives more",
        assertThrows(
                UserError.class,
                () -> memory.check("parquet", new LeastSize(ROWS, 2, 4, 10 * MEGABYTE)))
            .getMessage());
  }

  /** All rows are as long as the first ones. */
  @Test
  void csv_isRefusedByItsFirstRowsAndItsLength() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "a,b,y\n" + "17,0.5,1\n12,0.5,2\n".repeat(1 << 18));
    assertEquals(
        "the data of source csv must fit into memory, but 3 × (524,288 examples × 2 floats of 4 bytes"
            + " = 4 MB) + 96 MB for all else, and a tenth for the collector, are 120 MB at least, and"
            + " the driver has 119 MB:"
            + " --driver-memory gives more",
        refusal(119 * MEGABYTE, 119 * MEGABYTE, csv(file)));
    DataMemory enough = new DataMemory(120 * MEGABYTE, 120 * MEGABYTE);
    assertDoesNotThrow(() -> enough.check(csv(file).source(), PLACES));
  }

  /** What a compressed file holds, only reading tells: it is stopped on the way. */
  @Test
  void compressedCsv_isRefusedAsSoonAsItDoesNotFit() throws IOException {
    int columns = 1 << 10;
    Path file = folder.resolve("t.csv.gz");
    try (Writer out =
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
      out.write("y" + IntStream.range(0, columns).mapToObj(j -> ",c" + j).collect(joining()));
      String row = ",7".repeat(columns);
      for (int i = 0; i < (1 << 12) + 1; i++) {
        out.write("\n" + i % 2 + row);
      }
    }
    DataSource source = csv(file).source();
    DataMemory room = new DataMemory(120 * MEGABYTE, Long.MAX_VALUE);
    assertDoesNotThrow(() -> room.check(source, PLACES));
    assertEquals(
        "the data of source csv must fit into memory, but 3 × (4,097 examples × 1,024 bytes = 4 MB)"
            + " + 96 MB for all else, and a tenth for the collector, are 121 MB at least, and the"
            + " driver has 120 MB: --driver-memory"
            + " gives more",
        assertThrows(UserError.class, () -> room.open(source, PLACES)).getMessage());
  }

  /** Rows of bytes fit, until the last one makes all of them floats. */
  @Test
  void bytesThatBecomeFloats_areRefusedBeforeTheyDo() throws IOException {
    Path file = folder.resolve("late.csv");
    Files.writeString(file, "a,b,y\n" + "17,8,1\n12,9,2\n".repeat(1 << 18) + "0.5,1,1\n", UTF_8);
    DataSource source = csv(file).source();
    DataMemory room = new DataMemory(120 * MEGABYTE, Long.MAX_VALUE);
    assertDoesNotThrow(() -> room.check(source, PLACES));
    assertEquals(
        "the data of source csv must fit into memory, but 3 × (524,289 examples × 2 floats of 4 bytes"
            + " = 4 MB) + 96 MB for all else, and a tenth for the collector, are 121 MB at least, and"
            + " the driver has 120 MB:"
            + " --driver-memory gives more",
        assertThrows(UserError.class, () -> room.open(source, PLACES)).getMessage());
  }

  /** Each text of the first rows is an input. */
  @Test
  void texts_countAsInputs() throws IOException {
    Path file = folder.resolve("texts.csv");
    StringBuilder rows = new StringBuilder("a,b,y\n");
    for (int i = 0; i < 1 << 14; i++) {
      rows.append("level").append(100 + i % 900).append(",1,").append(i % 2).append('\n');
    }
    Files.writeString(file, rows, UTF_8);
    assertEquals(
        "the data of source csv must fit into memory, but 3 × (16,384 examples × 901 bytes = 14 MB)"
            + " + 96 MB for all else, and a tenth for the collector, are 154 MB at least, and the"
            + " driver has 110 MB: --driver-memory"
            + " gives more",
        refusal(110 * MEGABYTE, 110 * MEGABYTE, csv(file)));
  }

  /** The first array tells how many values all have, and the file how many rows there are. */
  @Test
  void arrays_areRefusedAtTheFirstRow() throws IOException {
    Path file =
        ParquetTableFile.write(
            folder.resolve("arrays.parquet"),
            "required group x (LIST) { repeated group list { required int32 element; } }"
                + " required int32 y;",
            1 << 12,
            (row, i) -> {
              Group x = row.addGroup("x");
              for (int j = 0; j < 1 << 10; j++) {
                x.addGroup("list").append("element", j % 256);
              }
              row.append("y", i % 2);
            });
    DataSource source = parquet(file).source();
    DataMemory room = new DataMemory(119 * MEGABYTE, Long.MAX_VALUE);
    assertEquals(
        "the data of source parquet must fit into memory, but 3 × (4,096 examples × 1,024 bytes = 4"
            + " MB) + 96 MB for all else, and a tenth for the collector, are 120 MB at least, and the"
            + " driver has 119 MB:"
            + " --driver-memory gives more",
        assertThrows(UserError.class, () -> room.open(source, PLACES)).getMessage());
  }

  @Test
  void dataThatAreNotThere_areNamedAsEver() {
    SearchConf conf = ConfFile.parse(CONF_OF_NOTHING, "x.conf", List.of(), Map.of());
    DataMemory memory = new DataMemory(MEGABYTE, MEGABYTE);
    assertThrows(DataException.class, () -> memory.check(conf.source(), PLACES));
  }
}
