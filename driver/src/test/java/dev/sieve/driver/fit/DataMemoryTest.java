package dev.sieve.driver.fit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.DataException;
import dev.sieve.data.source.DataSource;
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
    String text =
        "search { data { source = parquet, path = \"%s\", label = y, train = 100, validation = 100 },"
            + " stages = [only], stage.only.trials = 1 }";
    return ConfFile.parse(text.formatted(file), "x.conf", List.of(), Map.of());
  }

  private static String refusal(long driver, long executor, SearchConf conf) {
    DataMemory memory = new DataMemory(driver, executor);
    return assertThrows(UserError.class, () -> memory.check(conf.source(), PLACES)).getMessage();
  }

  @Test
  void bytes_takeOneEach() {
    SearchConf conf = search(i -> 7);
    assertDoesNotThrow(() -> new DataMemory(MEGABYTE, MEGABYTE).check(conf.source(), PLACES));
    assertEquals(
        "the data of source parquet must fit into memory, but 524,288 examples × 2 bytes = 1 MB at"
            + " least, and each executor has 0 MB: --executor-memory gives more",
        refusal(MEGABYTE, MEGABYTE - 1, conf));
  }

  @Test
  void oneFraction_makesAllFloats() {
    SearchConf conf = search(i -> i / 2.0);
    assertEquals(
        "the data of source parquet must fit into memory, but 524,288 examples × 2 floats of 4"
            + " bytes = 4 MB at least, and the driver has 3 MB: --driver-memory gives more",
        refusal(3 * MEGABYTE, 3 * MEGABYTE, conf));
    assertDoesNotThrow(
        () -> new DataMemory(4 * MEGABYTE, Long.MAX_VALUE).check(conf.source(), PLACES));
  }

  private SearchConf csv(Path file) {
    String text =
        "search { data { source = csv, path = \"%s\", label = y, train = 100, validation = 100 },"
            + " stages = [only], stage.only.trials = 1 }";
    return ConfFile.parse(text.formatted(file), "x.conf", List.of(), Map.of());
  }

  /** All rows are as long as the first ones. */
  @Test
  void csv_isRefusedByItsFirstRowsAndItsLength() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "a,b,y\n" + "17,0.5,1\n12,0.5,2\n".repeat(1 << 18));
    assertEquals(
        "the data of source csv must fit into memory, but 524,288 examples × 2 floats of 4 bytes = 4"
            + " MB at least, and the driver has 3 MB: --driver-memory gives more",
        refusal(3 * MEGABYTE, 3 * MEGABYTE, csv(file)));
    DataMemory enough = new DataMemory(4 * MEGABYTE, 4 * MEGABYTE);
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
    DataMemory room = new DataMemory(4 * MEGABYTE, Long.MAX_VALUE);
    assertDoesNotThrow(() -> room.check(source, PLACES));
    assertEquals(
        "the data of source csv must fit into memory, but 4,097 examples × 1,024 bytes = 4 MB at"
            + " least, and the driver has 4 MB: --driver-memory gives more",
        assertThrows(UserError.class, () -> source.open(PLACES, room)).getMessage());
  }

  @Test
  void dataThatAreNotThere_areNamedAsEver() {
    SearchConf conf = ConfFile.parse(CONF_OF_NOTHING, "x.conf", List.of(), Map.of());
    DataMemory memory = new DataMemory(MEGABYTE, MEGABYTE);
    assertThrows(DataException.class, () -> memory.check(conf.source(), PLACES));
  }
}
