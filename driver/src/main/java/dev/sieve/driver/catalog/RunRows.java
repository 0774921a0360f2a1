package dev.sieve.driver.catalog;

import dev.sieve.driver.run.Folder;
import dev.sieve.run.RunFiles;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The rows of a run's tables, with the comments of their columns. */
final class RunRows {
  /** Spark's: whether names of files are patterns. A run may be called {@code run[1]}. */
  private static final String GLOBS = "__globPaths__";

  private final SparkSession spark;
  private final Folder run;

  RunRows(SparkSession spark, Folder run) {
    this.spark = spark;
    this.run = run;
  }

  /**
   * Returns those of {@code table}. Executors on other machines do not see a run directory on this
   * one's disk.
   */
  Dataset<Row> of(String table) throws IOException {
    boolean seen = spark.sparkContext().isLocal() || !run.isLocal();
    return seen ? readByExecutors(table) : readHere(table);
  }

  private Dataset<Row> readByExecutors(String table) {
    return spark.read().option(GLOBS, false).parquet(run.uri(RunFiles.parquet(table)));
  }

  /** Returns rows that travel with their query. */
  Dataset<Row> readHere(String table) throws IOException {
    StructType schema = readByExecutors(table).schema();
    return spark.createDataFrame(rows(run.uri(RunFiles.parquet(table)), schema), schema);
  }

  private List<Row> rows(String file, StructType schema) throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    List<Row> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new Path(file)).withConf(hadoop).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        Object[] values = new Object[schema.length()];
        for (int c = 0; c < values.length; c++) {
          values[c] = value(group, schema.fields()[c]);
        }
        rows.add(RowFactory.create(values));
      }
    }
    return rows;
  }

  private static Object value(Group row, StructField column) {
    String name = column.name();
    DataType type = column.dataType();
    if (row.getFieldRepetitionCount(name) == 0) {
      return null;
    } else if (type.equals(DataTypes.IntegerType)) {
      return row.getInteger(name, 0);
    } else if (type.equals(DataTypes.LongType)) {
      return row.getLong(name, 0);
    } else if (type.equals(DataTypes.DoubleType)) {
      return row.getDouble(name, 0);
    } else if (type.equals(DataTypes.TimestampType)) {
      return Instant.EPOCH.plus(row.getLong(name, 0), ChronoUnit.MICROS);
    }
    return row.getString(name, 0);
  }
}
