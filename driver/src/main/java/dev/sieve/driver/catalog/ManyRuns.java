package dev.sieve.driver.catalog;

import dev.sieve.Texts;
import dev.sieve.driver.conf.TablePrefix;
import dev.sieve.driver.error.UserError;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table in which each run has its rows. */
final class ManyRuns {
  private final SparkSession spark;
  private final TablePrefix prefix;
  private final String table;
  private final String name;

  /**
   * @param table of a run directory, whose name it has behind the prefix
   */
  ManyRuns(SparkSession spark, TablePrefix prefix, String table) {
    this.spark = spark;
    this.prefix = prefix;
    this.table = prefix.table(table);
    this.name =
        Stream.concat(prefix.path().stream(), Stream.of(this.table))
            .map(part -> "`" + part + "`")
            .collect(Collectors.joining("."));
  }

  /**
   * Looks whether runs can be told apart in it; it need not exist.
   *
   * @throws UserError where it is another table
   */
  void check() throws NoSuchTableException {
    if (!spark.catalog().tableExists(name)) {
      return;
    }
    StructType schema = schema();
    if (!has(schema, RunIdentity.RUN)) {
      throw new UserError(
          Texts.format(
              "tables.catalog must name tables of Sieve's, or none, but %s.%s has no column %s",
              prefix.database(), table, RunIdentity.RUN));
    }
    String last = schema.fieldNames()[schema.length() - 1];
    if (isOfFiles() && !last.equalsIgnoreCase(RunIdentity.RUN)) {
      throw new UserError(
          Texts.format(
              "tables.catalog must name tables that are partitioned by %s, but %s.%s is not",
              RunIdentity.RUN, prefix.database(), table));
    }
  }

  /**
   * Puts {@code rows} in place of all that it holds of {@code run}. Makes the table where there is
   * none, with the columns of {@code rows} and their comments; adds those that it has not got.
   */
  void replace(Dataset<Row> rows, String run) throws NoSuchTableException {
    StructType wanted = nullable(rows.schema());
    spark.sql(
        Texts.format(
            "CREATE TABLE IF NOT EXISTS %s (%s) PARTITIONED BY (%s)",
            name, wanted.toDDL(), RunIdentity.RUN));
    widen(wanted);
    Dataset<Row> fitting = rows.select(columns(rows.schema()));
    if (!isOfFiles()) {
      fitting.writeTo(name).overwrite(functions.col(RunIdentity.RUN).equalTo(run));
    } else if (rows.isEmpty()) { // no row would name the partition
      spark.sql(
          Texts.format(
              "ALTER TABLE %s DROP IF EXISTS PARTITION (%s = '%s')", name, RunIdentity.RUN, run));
    } else {
      // The partitions that rows are in, and no other: without, all of the table is overwritten.
      spark.conf().set("spark.sql.sources.partitionOverwriteMode", "dynamic");
      fitting.write().mode("overwrite").insertInto(name);
    }
  }

  /** A column that must not be null cannot be added to a table that has rows. */
  private static StructType nullable(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .map(field -> field.copy(field.name(), field.dataType(), true, field.metadata()))
            .toArray(StructField[]::new));
  }

  private void widen(StructType wanted) {
    StructType known = schema();
    StructField[] missing =
        Arrays.stream(wanted.fields())
            .filter(field -> !has(known, field.name()))
            .toArray(StructField[]::new);
    if (missing.length > 0) {
      String columns = new StructType(missing).toDDL();
      spark.sql(Texts.format("ALTER TABLE %s ADD COLUMNS (%s)", name, columns));
    }
  }

  /** Returns the columns of the table, in its order: null where {@code rows} have none. */
  private Column[] columns(StructType rows) {
    return Arrays.stream(schema().fields())
        .map(
            field ->
                has(rows, field.name())
                    ? functions.col(field.name())
                    : functions.lit(null).cast(field.dataType()).as(field.name()))
        .toArray(Column[]::new);
  }

  private StructType schema() {
    spark.catalog().refreshTable(name);
    return spark.table(name).schema();
  }

  private static boolean has(StructType schema, String column) {
    return Arrays.stream(schema.fieldNames()).anyMatch(column::equalsIgnoreCase);
  }

  /** Returns whether Spark itself keeps its files: no such table can be changed by a condition. */
  private boolean isOfFiles() throws NoSuchTableException {
    return new CatalogPath(spark, prefix).isOfFiles(table);
  }
}
