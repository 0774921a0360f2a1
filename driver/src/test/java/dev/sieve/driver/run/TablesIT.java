package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.driver.sql.RunViews;
import dev.sieve.format.ColumnType;
import dev.sieve.result.Column;
import dev.sieve.result.CurveTable;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.PredictionTable;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What other programs make of a run's tables: DuckDB, Spark, NumPy and pandas. */
class TablesIT {
  /**
   * A Python with NumPy and pandas; Debian's packages python3-numpy and python3-pandas are such.
   */
  private static final String PYTHON =
      System.getenv().getOrDefault("SIEVE_TEST_PYTHON", "/usr/bin/python3");

  /** All but those of a race, which the search has none of. */
  private static final List<Column<TrialRow>> TRIAL_COLUMNS = TrialTable.columns(true, false);

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void search() {
    search = SmallSearch.in(folder);
    search.succeed( // with all other columns
        "run", "--set", "evaluation.by-class=true", "--set", "evaluation.mirror=true");
  }

  static List<Arguments> tables() {
    return List.of(
        Arguments.of("trials", TRIAL_COLUMNS, SmallSearch.TRIALS),
        Arguments.of(
            "curves", CurveTable.COLUMNS, SmallSearch.TRIALS * 3), // steps 0, 1 and 2 epochs
        Arguments.of("executions", ExecutionTable.COLUMNS, SmallSearch.TRIALS),
        Arguments.of("predictions", PredictionTable.columns(10, true), 200));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  <R> void duckdb_readsParquet_asDeclared_andTheSameValuesFromCsv(
      String name, List<Column<R>> columns, int rows) throws SQLException {
    String parquet = "'" + file(name + ".parquet") + "'";
    String types =
        columns.stream()
            .map(column -> "'%s': '%s'".formatted(column.header(), duckType(column.type())))
            .collect(Collectors.joining(", ", "{", "}"));
    String csv =
        "read_csv('%s', header = true, nullstr = '', columns = %s)"
            .formatted(file(name + ".csv"), types);
    List<String> declared =
        columns.stream().map(column -> column.header() + " " + duckType(column.type())).toList();
    assertEquals(
        declared,
        duckdb("select column_name || ' ' || column_type from (describe " + parquet + ")"));
    assertEquals(List.of("" + rows), duckdb("select count(*) from " + parquet));
    for (String[] sides : new String[][] {{parquet, csv}, {csv, parquet}}) {
      assertEquals(
          List.of(),
          duckdb(
              "select t::varchar from (from %s except all from %s) t"
                  .formatted(sides[0], sides[1])));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  <R> void csv_hasOneHeaderLine_andNoMoreLinesThanRows(
      String name, List<Column<R>> columns, int rows) {
    List<String> lines = search.read("run", name + ".csv").lines().toList();
    String header = columns.stream().map(Column::header).collect(Collectors.joining(","));
    assertEquals(header, lines.get(0));
    assertEquals(1 + rows, lines.size());
    assertEquals(0, lines.stream().skip(1).filter(header::equals).count());
  }

  @Test
  void spark_readsParquet_withTheDeclaredSchema() throws IOException {
    try (SparkSession spark = SparkStart.session("test")) {
      assertEquals(
          ParquetRows.schema(TRIAL_COLUMNS),
          spark.read().parquet(file("trials.parquet").toString()).schema());
      assertEquals(
          ParquetRows.schema(ExecutionTable.COLUMNS),
          spark.read().parquet(file("executions.parquet").toString()).schema());
    }
  }

  @Test
  void views_haveTheColumnsOfTheLatestVersion_whicheverRunComesFirst() throws IOException {
    List<Column<TrialRow>> fewer = TRIAL_COLUMNS.subList(0, TRIAL_COLUMNS.size() - 2);
    RunDirectory old = RunDirectory.at(folder.resolve("old").toString(), new Configuration());
    new Tables(old).write("trials", fewer, List.of());
    RunDirectory run = RunDirectory.at(search.run("run").toString(), new Configuration());
    try (SparkSession spark = SparkStart.session("test")) {
      RunViews.create(spark, List.of(old, run));
      assertEquals(
          TRIAL_COLUMNS.stream().map(Column::header).toList(),
          List.of(spark.table("trials").columns()));
      assertEquals(SmallSearch.TRIALS, spark.table("trials").count());
    }
  }

  @Test
  void runDirectory_holdsNoFileThatIsNotDeclared() throws IOException {
    try (Stream<Path> files = Files.walk(file(""))) {
      List<String> odd =
          files
              .map(path -> path.getFileName().toString())
              .filter(
                  name -> name.endsWith(".crc") || name.endsWith(".tmp") || name.startsWith("."))
              .filter(name -> !List.of(".lock", ".tables").contains(name))
              .toList();
      assertEquals(List.of(), odd);
    }
  }

  @Test
  void numpy_readsTheFinalModel_inItsShapes() {
    assumePython("numpy");
    String units = hiddenOfFinal();
    String[] widths = units.split("-", -1);
    List<String> shapes = new ArrayList<>();
    int inputs = 3072;
    for (int l = 0; l <= widths.length; l++) {
      int outputs = l < widths.length ? Integer.parseInt(widths[l]) : 10;
      shapes.add("W%d (%d, %d)".formatted(l + 1, inputs, outputs));
      shapes.add("b%d (%d,)".formatted(l + 1, outputs));
      inputs = outputs;
    }
    shapes.addAll(List.of("scale (3072,)", "offset (3072,)"));
    assertEquals(
        shapes.stream().sorted().toList(),
        python(
            """
            import numpy, sys
            m = numpy.load(sys.argv[1])
            for name in sorted(m.files):
                assert m[name].dtype == numpy.float32 and numpy.isfinite(m[name]).all()
                print(name, m[name].shape)
            """,
            file("models/final-0.npz")));
  }

  @Test
  void pandas_readsTrials_withUsefulTypes() {
    assumePython("pandas");
    assertEquals(
        List.of("int64 int64 float64 float64 float64 int64", "13 13"),
        python(
            """
            import pandas, sys
            t = pandas.read_csv(sys.argv[1])
            print(t.trial.dtype, t.steps.dtype, t.l2.dtype, t.eta_max.dtype,
                  t.validation_accuracy.dtype, t.batch_size.dtype)
            print(len(t), (t.status == 'COMPLETED').sum())
            """,
            file("trials.csv")));
  }

  private static Path file(String name) {
    return search.run("run").resolve(name);
  }

  private static String duckType(ColumnType type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case INT -> "INTEGER";
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
    };
  }

  private static String hiddenOfFinal() {
    try {
      return duckdb(
              "select hidden from '%s' where stage = 'final'".formatted(file("trials.parquet")))
          .get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the first column of the answer. */
  private static List<String> duckdb(String query) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        answer.add(rows.getString(1));
      }
    }
    return answer;
  }

  private static void assumePython(String module) {
    boolean there = Files.isExecutable(Path.of(PYTHON)) && run("import " + module).exit() == 0;
    assumeTrue(there, PYTHON + " has no " + module + " (or set SIEVE_TEST_PYTHON)");
  }

  private static List<String> python(String script, Path argument) {
    Result result = run(script, argument.toString());
    assertEquals(0, result.exit(), result.stdout());
    return result.stdout().lines().toList();
  }

  private static Result run(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", script));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(folder, "python", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("Python ran for a minute without an end");
      }
      return new Result(process.exitValue(), Files.readString(output), "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while Python ran", e);
    }
  }
}
