package dev.sieve.driver.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.TablePrefix;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.result.Column;
import dev.sieve.result.TrialTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.InMemoryTableCatalog;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs in tables of a catalog: Parquet files in Spark's own, Delta's tables, and those of a catalog
 * that has a name.
 */
class RunTablesIT {
  private static final String GRID =
      """
      stages = [search]
      stage.search { sampler = grid, space { l2 = [0.001, 0.01], schedule.eta = [0.01, 0.1] } }
      """;

  @TempDir static Path folder;
  private static Map<String, String> settings;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    settings =
        Map.of(
            "spark.master",
            "local[2,4]",
            "spark.sql.warehouse.dir",
            folder.resolve("own").toUri().toString(),
            "spark.sql.extensions",
            "io.delta.sql.DeltaSparkSessionExtension",
            "spark.sql.catalog.spark_catalog",
            "org.apache.spark.sql.delta.catalog.DeltaCatalog",
            "spark.sql.catalog.lake",
            InMemoryTableCatalog.class.getName(),
            "spark.hadoop.fs.mem.impl",
            MemoryFileSystem.class.getName());
    settings.forEach(System::setProperty);
    spark = SparkStart.withCatalogs("test");
    LocalSearch.of(GRID).run("a", LocalSearch.executor(1));
    LocalSearch.of(GRID, "training.epochs=2").run("b", LocalSearch.executor(1));
  }

  @AfterAll
  static void stop() {
    spark.stop();
    settings.keySet().forEach(System::clearProperty);
    MemoryFileSystem.clear();
  }

  /** Has Spark make tables of {@code format} where nothing else is said, as users of Delta do. */
  private static void database(String name, String format) {
    spark.conf().set("spark.sql.sources.default", format);
    spark.sql("create database " + name);
  }

  @AfterEach
  void dropDatabases() {
    spark.sql("drop database if exists db cascade");
    spark.sql("drop database if exists lake.db cascade");
  }

  private static RunTables tables(String database) {
    return new RunTables(spark, TablePrefix.of("tables.catalog", database + ".sieve"));
  }

  private static RunDirectory run(String name) {
    return LocalSearch.directory(name);
  }

  private static List<Row> rows(String table) {
    return spark.table(table).orderBy("run", "stage", "trial").collectAsList();
  }

  @ParameterizedTest
  @CsvSource({"db, parquet", "db, delta", "lake.db, parquet"})
  void aRun_isReplaced_andOthersStay(String database, String format) {
    database(database, format);
    RunTables tables = tables(database);
    String first = tables.save(run("a"));
    List<Row> alone = rows(database + ".sieve_trials");
    assertEquals(4, alone.size());
    tables.save(run("b"));
    List<Row> both = rows(database + ".sieve_trials");
    assertEquals(8, both.size());
    assertTrue(both.containsAll(alone));
    assertEquals(first, tables.save(run("a")));
    assertEquals(both, rows(database + ".sieve_trials"));
    assertEquals(4 * 2 + 4 * 3, spark.table(database + ".sieve_curves").count());
    assertEquals(8, spark.table(database + ".sieve_executions").count());
  }

  @ParameterizedTest
  @CsvSource({"db, parquet", "db, delta", "lake.db, parquet"})
  void aTable_hasTheColumnsOfARun_withTheirComments_andTheRun(String database, String format) {
    database(database, format);
    String saved = tables(database).save(run("a"));
    StructType schema = spark.table(database + ".sieve_trials").schema();
    List<Column<?>> declared = List.copyOf(TrialTable.columns(false, false));
    for (int c = 0; c < declared.size(); c++) {
      assertEquals(declared.get(c).header(), schema.fields()[c].name());
      assertEquals(declared.get(c).doc(), schema.fields()[c].getComment().get());
    }
    Row row =
        spark.table(database + ".sieve_trials").select("run", "run_directory").distinct().first();
    assertEquals("mem:/a", row.getString(1));
    assertTrue(saved.endsWith("run = '" + row.getString(0) + "'"), saved);
  }

  /** As an earlier version would have made it, and a later one. */
  @ParameterizedTest
  @CsvSource({"db, parquet", "db, delta", "lake.db, parquet"})
  void aTableOfOtherColumns_getsThoseThatItLacks(String database, String format) {
    database(database, format);
    String table = database + ".sieve_trials";
    spark.sql(
        "create table %s (later double, stage string, trial int, run string) partitioned by (run)"
            .formatted(table));
    spark.sql("insert into %s values (0.5, 'search', 0, 'earlier')".formatted(table));
    tables(database).save(run("a"));
    assertEquals(
        List.of("[0.5,null]", "[null,0.001]"),
        spark
            .sql(
                "select later, l2 from %s where trial = 0 order by later nulls last"
                    .formatted(table))
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
  }

  @Test
  void rowsThatTravel_areThoseThatExecutorsRead() throws IOException {
    RunRows rows = new RunRows(spark, run("a").folder());
    for (String table : List.of("trials", "curves", "executions")) {
      assertEquals(rows.of(table).schema(), rows.readHere(table).schema());
      assertEquals(rows.of(table).collectAsList(), rows.readHere(table).collectAsList());
    }
  }

  @Test
  void aRefusal_losesNothing_andSaysWhatToRepeat() {
    database("db", "parquet");
    spark.sql("create table db.sieve_trials (stage array<int>, run string) partitioned by (run)");
    SearchFailure failure = assertThrows(SearchFailure.class, () -> tables("db").save(run("a")));
    assertTrue(
        failure.getMessage().startsWith("mem:/a is complete, but is not saved as db.sieve: "),
        failure.getMessage());
    assertTrue(failure.getMessage().endsWith("submit/sieve save mem:/a db.sieve"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nowhere      | there is no nowhere: CREATE DATABASE makes it
          lake.nowhere | there is no lake.nowhere: CREATE DATABASE makes it
          default      | must be in a catalog that lasts, but default is in Spark's own, in memory
          """)
  void databases_whereNothingCanBeKept_areRefused(String database, String message) {
    assertRefused(message, database);
  }

  @Test
  void tables_ofOthers_areRefused() {
    database("lake.db", "parquet");
    tables("lake.db").check();
    spark.sql("create table lake.db.sieve_curves (stage string)");
    assertRefused("lake.db.sieve_curves has no column run", "lake.db");
  }

  private static void assertRefused(String message, String database) {
    UserError error = assertThrows(UserError.class, () -> tables(database).check());
    assertTrue(error.getMessage().contains(message), error.getMessage());
    assertEquals(1, error.getMessage().lines().count());
  }
}
