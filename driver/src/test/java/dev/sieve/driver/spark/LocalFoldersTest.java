package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.driver.error.UserError;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFoldersTest {
  private final SparkConf conf = new SparkConf(false);

  @Test
  void oneThatCanBeWritten_isEnough(@TempDir Path folder) {
    assertDoesNotThrow(() -> LocalFolders.check(conf, Map.of()));
    conf.set("spark.local.dir", "/proc/nope, " + folder);
    assertDoesNotThrow(() -> LocalFolders.check(conf, Map.of()));
  }

  @Test
  void noneThatCanBeWritten_isTheUsersMistake() {
    conf.set("spark.local.dir", "/proc/nope");
    UserError refused = assertThrows(UserError.class, () -> LocalFolders.check(conf, Map.of()));
    assertEquals(
        "spark.local.dir must be a folder that can be written, but was '/proc/nope'. SIEVE_CACHE"
            + " names another",
        refused.getMessage());
    assertThrows(
        UserError.class,
        () -> LocalFolders.check(new SparkConf(false), Map.of("SPARK_LOCAL_DIRS", "/proc/a")));
  }
}
