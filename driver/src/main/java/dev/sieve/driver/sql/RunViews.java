package dev.sieve.driver.sql;

import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.run.RunFiles;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of finished or unfinished runs, as Spark SQL views. */
public final class RunViews {
  private static final List<String> TABLES =
      List.of(
          "trials",
          "curves",
          "executions",
          "predictions",
          "ensembles",
          "confirmation",
          "importance");

  /** Spark's: whether names of files are patterns. A run may be called {@code run[1]}. */
  private static final String GLOBS = "__globPaths__";

  private RunViews() {}

  /** Refuses directories that hold no tables, before Spark starts. */
  public static void check(List<RunDirectory> runs) {
    for (RunDirectory run : runs) {
      run.folder().reach();
      if (!hasTables(run)) {
        throw new UserError(
            run.folder().has(RunDirectory.CONF)
                ? run.display() + " has no tables yet: its search must go on for a minute"
                : run.display()
                    + " must be a run directory with tables, but holds no trials.parquet");
      }
    }
  }

  static boolean hasTables(RunDirectory run) {
    return run.folder().has(RunFiles.parquet("trials"));
  }

  /**
   * Registers a view of each table, the rows of all {@code runs} together. It has the columns of
   * all of them, which are null in rows of runs that have not got them.
   */
  public static void create(SparkSession spark, List<RunDirectory> runs) {
    for (String table : TABLES) {
      String file = RunFiles.parquet(table);
      runs.stream()
          .map(RunDirectory::folder)
          .filter(folder -> folder.has(file))
          .map(folder -> rows(spark, folder.uri(file)))
          .reduce((some, more) -> some.unionByName(more, true))
          .ifPresent(rows -> rows.createOrReplaceTempView(table));
    }
  }

  /** One file at a time: of several with odd names, Spark 4.2 reads each several times. */
  private static Dataset<Row> rows(SparkSession spark, String file) {
    return spark.read().option(GLOBS, false).parquet(file);
  }
}
