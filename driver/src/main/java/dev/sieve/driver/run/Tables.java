package dev.sieve.driver.run;

import dev.sieve.result.Column;
import dev.sieve.result.ColumnType;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes the tables of a run, each as one Parquet and one CSV file, and makes them views. */
public final class Tables {
  private final SparkSession spark;
  private final RunDirectory run;

  public Tables(SparkSession spark, RunDirectory run) {
    this.spark = spark;
    this.run = run;
  }

  /** Writes {@code name.parquet} and {@code name.csv}, each in place of what was there. */
  public <R> void write(String name, List<Column<R>> columns, List<R> rows) {
    List<Row> values =
        rows.stream()
            .map(
                row -> RowFactory.create(columns.stream().map(c -> c.value().apply(row)).toArray()))
            .toList();
    Dataset<Row> table = spark.createDataFrame(values, schema(columns)).coalesce(1);
    String folder = "." + name + "-" + UUID.randomUUID();
    table.write().parquet(run.path(folder + "/parquet").toString());
    table
        .write()
        .option("header", true)
        .option("escape", "\"")
        .option("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
        .csv(run.path(folder + "/csv").toString());
    for (String format : List.of("parquet", "csv")) {
      run.moveIn(part(folder + "/" + format), name + "." + format);
    }
    run.delete(folder);
  }

  /**
   * Returns the schema: every column nullable, since Spark can store 0.0 for a null in one that is
   * not.
   */
  public static <R> StructType schema(List<Column<R>> columns) {
    StructType schema = new StructType();
    for (Column<R> column : columns) {
      schema = schema.add(column.header(), type(column.type()), true, column.doc());
    }
    return schema;
  }

  private static DataType type(ColumnType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }

  private Path part(String folder) {
    String part =
        run.list(folder).stream()
            .filter(name -> name.startsWith("part-"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Spark left no part in " + folder));
    return run.path(folder + "/" + part);
  }
}
