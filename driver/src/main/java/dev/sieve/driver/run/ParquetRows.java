package dev.sieve.driver.run;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import dev.sieve.format.ColumnType;
import dev.sieve.result.Column;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a table as Parquet holds them: every column optional, and Spark's own schema beside it.
 */
final class ParquetRows<R> {
  /** Where Spark looks for its schema: it holds the columns' comments. */
  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private final List<Column<R>> columns;
  private final MessageType schema;

  ParquetRows(List<Column<R>> columns) {
    this.columns = columns;
    Type[] fields = columns.stream().map(ParquetRows::field).toArray(Type[]::new);
    this.schema = Types.buildMessage().addFields(fields).named("spark_schema");
  }

  /** Returns the schema as Spark reads it: columns nullable, with their comments. */
  static <R> StructType schema(List<Column<R>> columns) {
    StructType schema = new StructType();
    for (Column<R> column : columns) {
      schema = schema.add(column.header(), sparkType(column.type()), true, column.doc());
    }
    return schema;
  }

  /** Writes {@code rows} to the new file {@code path}. */
  void write(Path path, List<R> rows, Configuration hadoop) throws IOException {
    ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path, hadoop))
            .withConf(hadoop)
            .withType(schema)
            // The JVM's own: Snappy's and Zstandard's native code needs a folder to be unpacked to.
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withExtraMetaData(Map.of(SPARK_SCHEMA, schema(columns).json()))
            .build();
    WholeFiles.closing(
        writer,
        () -> {
          for (R row : rows) {
            writer.write(group(row));
          }
        });
  }

  private Group group(R row) {
    Group group = new SimpleGroup(schema);
    for (int c = 0; c < columns.size(); c++) {
      Object value = columns.get(c).value().apply(row);
      if (value != null) {
        add(group, c, columns.get(c).type(), value);
      }
    }
    return group;
  }

  private static void add(Group group, int field, ColumnType type, Object value) {
    switch (type) {
      case TEXT -> group.add(field, (String) value);
      case INT -> group.add(field, (int) value);
      case LONG -> group.add(field, (long) value);
      case DOUBLE -> group.add(field, (double) value);
      case TIMESTAMP -> group.add(field, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
    }
  }

  private static Type field(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(column.header());
      case INT -> Types.optional(PrimitiveTypeName.INT32).named(column.header());
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.header());
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.header());
      case TIMESTAMP ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(timestampType(true, TimeUnit.MICROS))
              .named(column.header());
    };
  }

  private static DataType sparkType(ColumnType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }
}
