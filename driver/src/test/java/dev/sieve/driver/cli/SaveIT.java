package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.spark.SparkStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.InMemoryTableCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code search --save-as-table} and {@code save}: into a catalog, or refused at the start. */
class SaveIT {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.master",
          "local[2,4]",
          "spark.sql.catalog.lake",
          InMemoryTableCatalog.class.getName());

  @TempDir private Path folder;
  private SparkSession spark;

  @BeforeEach
  void start() {
    SETTINGS.forEach(System::setProperty);
    spark = SparkStart.withCatalogs("test");
    spark.sql("create namespace lake.db");
  }

  @AfterEach
  void stop() {
    spark.stop();
    SETTINGS.keySet().forEach(System::clearProperty);
  }

  /** One command after the other, each of which ends Spark. */
  @Test
  void aSearch_isSavedAtItsEnd_andAgain() {
    Path run = folder.resolve("run");
    CommandRun search = search(run, "lake.db.sieve");
    assertEquals(0, search.exit(), search.err());
    String saved = "Saved as lake.db.sieve_trials, lake.db.sieve_curves, lake.db.sieve_executions";
    String last = search.out().lines().reduce((line, next) -> next).orElseThrow();
    assertTrue(last.startsWith(saved + ", run = '"), search.out());
    start();
    CommandRun save = CommandRun.of(new SaveCommand(), run.toString(), "lake.db.sieve");
    assertEquals(0, save.exit(), save.err());
    assertEquals(last + "\n", save.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sieve       | --save-as-table must be DATABASE.PREFIX or CATALOG.DATABASE.PREFIX
          lake.no.run | there is no lake.no: CREATE DATABASE makes it
          default.run | must be in a catalog that lasts, but default is in Spark's own, in memory
          """)
  void whereItCannotWork_nothingIsTrained(String tables, String message) {
    Path run = folder.resolve("run");
    CommandRun search = search(run, tables);
    assertEquals(2, search.exit(), search.err());
    assertTrue(search.err().contains(message), search.err());
    assertFalse(Files.exists(run));
  }

  private CommandRun search(Path run, String tables) {
    String conf = SmallSearch.in(folder).conf().toString();
    return CommandRun.of(
        new SearchCommand(), conf, "--no-export", "--out=" + run, "--save-as-table=" + tables);
  }
}
