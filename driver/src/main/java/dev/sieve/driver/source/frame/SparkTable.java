package dev.sieve.driver.source.frame;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table that Spark reads: one of a catalog, or what a format finds at a path or by its options.
 *
 * @param format by which Spark knows it; empty for Spark's own default
 * @param path of files; empty where a table, or the options, say where it is
 * @param table of a catalog
 * @param options of the format
 * @param where a condition in SQL that its rows must meet
 */
record SparkTable(
    Optional<String> format,
    Optional<String> path,
    Optional<String> table,
    Map<String, String> options,
    Optional<String> where) {

  /** What most CSV files need, unless the options say otherwise. */
  private static final Map<String, String> OF_CSV = Map.of("header", "true", "inferSchema", "true");

  SparkTable {
    options = Map.copyOf(options);
  }

  /** Returns where it is, for messages. */
  String place() {
    return table.map(name -> "table " + name).or(() -> path).orElse(format.orElse("spark"));
  }

  /**
   * Returns its rows, none of which is read yet.
   *
   * @throws DataException where there is no such table, format, file or column
   */
  Dataset<Row> rows(SparkSession spark) {
    if (table.isPresent() && path.isPresent()) {
      throw new DataException(
          Texts.format(
              "path and table must not both be given, but are %s and %s", path.get(), table.get()));
    }
    try {
      Dataset<Row> rows = table.isPresent() ? spark.table(table.get()) : load(spark.read());
      return where.isPresent() ? rows.where(where.get()) : rows;
    } catch (Exception e) { // AnalysisException is checked in Scala's eyes alone
      throw unreadable(e);
    }
  }

  private Dataset<Row> load(DataFrameReader reader) {
    format.ifPresent(reader::format);
    if (format.filter("csv"::equals).isPresent()) {
      reader.options(OF_CSV);
    }
    reader.options(options);
    return path.isPresent() ? reader.load(path.get()) : reader.load();
  }

  /** Returns what {@code failure}, or what caused it, says in its first line. */
  DataException unreadable(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof AnalysisException)) {
      cause = cause.getCause();
    }
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new DataException(
        Texts.format(
            "Spark cannot read %s: %s", place(), reason.lines().findFirst().orElse(reason)),
        failure);
  }
}
