package dev.sieve.driver.run;

import dev.sieve.driver.error.UserError;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of finished or unfinished runs, as Spark SQL views. */
public final class TableViews {
  private static final List<String> TABLES =
      List.of("trials", "curves", "executions", "predictions");

  private TableViews() {}

  /** Refuses directories that hold no tables, before Spark starts. */
  public static void check(List<RunDirectory> runs) {
    for (RunDirectory run : runs) {
      if (!run.has("trials.parquet")) {
        throw new UserError(
            run.display() + " must be a run directory with tables, but holds no trials.parquet");
      }
    }
  }

  /** Registers a view of each table, the rows of all {@code runs} together. */
  public static void create(SparkSession spark, List<RunDirectory> runs) {
    for (String table : TABLES) {
      String[] files =
          runs.stream()
              .filter(run -> run.has(table + ".parquet"))
              .map(run -> run.path(table + ".parquet").toString())
              .toArray(String[]::new);
      if (files.length > 0) {
        spark.read().parquet(files).createOrReplaceTempView(table);
      }
    }
  }

  /** Returns the answer to {@code query}, or refuses it as Spark does, in its first line. */
  public static Dataset<Row> query(SparkSession spark, String query) {
    try {
      return spark.sql(query);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new UserError(e.getMessage().lines().findFirst().orElse("the query cannot be read"));
      }
      throw e;
    }
  }
}
