package dev.sieve.driver.run;

import dev.sieve.driver.error.UserError;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of finished or unfinished runs, as Spark SQL views. */
public final class TableViews {
  private static final List<String> TABLES =
      List.of("trials", "curves", "executions", "predictions", "ensembles", "confirmation");

  private TableViews() {}

  /** Refuses directories that hold no tables, before Spark starts. */
  public static void check(List<RunDirectory> runs) {
    for (RunDirectory run : runs) {
      if (!run.folder().has("trials.parquet")) {
        throw new UserError(
            run.display() + " must be a run directory with tables, but holds no trials.parquet");
      }
    }
  }

  /**
   * Registers a view of each table, the rows of all {@code runs} together. It has the columns of
   * the latest version among them, which are null in rows of earlier ones.
   */
  public static void create(SparkSession spark, List<RunDirectory> runs) {
    for (String table : TABLES) {
      String[] files =
          runs.stream()
              .filter(run -> run.folder().has(table + ".parquet"))
              .map(run -> run.folder().path(table + ".parquet").toString())
              .toArray(String[]::new);
      if (files.length > 0) {
        spark.read().option("mergeSchema", true).parquet(files).createOrReplaceTempView(table);
      }
    }
  }

  /**
   * Returns what {@code reader} makes of the answer to {@code query}, or refuses the query in one
   * line: what cannot be read, what names no table or column, and what fails on its way, such as a
   * division by zero.
   */
  public static <T> T query(SparkSession spark, String query, Function<Dataset<Row>, T> reader) {
    try {
      return reader.apply(spark.sql(query));
    } catch (Exception e) { // Scala throws AnalysisException, which is checked, unannounced
      if (e instanceof AnalysisException
          || (e instanceof SparkThrowable known && isOfTheQuery(known.getSqlState()))) {
        throw new UserError(
            e.getMessage()
                .lines()
                .filter(line -> !line.isBlank()) // a syntax error begins by an empty one
                .findFirst()
                .orElse("the query cannot be read"),
            e);
      }
      throw e;
    }
  }

  /** Returns whether a state of the SQL standard is one of data (22) or of syntax (42). */
  private static boolean isOfTheQuery(String state) {
    return state != null && (state.startsWith("22") || state.startsWith("42"));
  }
}
