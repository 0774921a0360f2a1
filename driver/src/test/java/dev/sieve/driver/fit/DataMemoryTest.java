package dev.sieve.driver.fit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.DataException;
import dev.sieve.data.source.Places;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.source.ParquetTableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
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

  @Test
  void dataThatAreNotThere_areNamedAsEver() {
    SearchConf conf = ConfFile.parse(CONF_OF_NOTHING, "x.conf", List.of(), Map.of());
    DataMemory memory = new DataMemory(MEGABYTE, MEGABYTE);
    assertThrows(DataException.class, () -> memory.check(conf.source(), PLACES));
  }
}
