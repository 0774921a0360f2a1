package dev.sieve.driver.source.frame;

import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableColumn.What;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;

/**
 * A column that is read.
 *
 * @param type how Spark stores it: of Spark ML's vectors, their struct
 * @param role in the table: see {@link dev.sieve.data.table.TableRows#role}
 */
record FrameColumn(String name, DataType type, int role) implements Serializable {
  /** The field of Hugging Face's images that holds the encoded image. */
  static final String BYTES = "bytes";

  /** The fields of Spark ML's vectors, dense and sparse ones. */
  private static final String[] VECTOR = {"type", "size", "indices", "values"};

  static FrameColumn of(StructField field, int role) {
    return new FrameColumn(field.name(), stored(field.dataType()), role);
  }

  /** Returns what a column is to a table. */
  static TableColumn described(StructField field) {
    DataType type = stored(field.dataType());
    What what =
        isNumber(type)
            ? What.NUMBERS
            : type instanceof StringType
                ? What.TEXT
                : isImage(type) || isArray(type) || isVector(type) ? What.ARRAYS : What.OTHER;
    return new TableColumn(field.name(), what, field.dataType().simpleString());
  }

  private static DataType stored(DataType type) {
    return type instanceof UserDefinedType<?> user ? user.sqlType() : type;
  }

  static boolean isNumber(DataType type) {
    return type instanceof NumericType || type instanceof BooleanType;
  }

  /** Whether a column can name classes: integers, flags or text. */
  static boolean isLabel(DataType type) {
    return type instanceof StringType
        || type instanceof BooleanType
        || switch (type.typeName()) {
          case "byte", "short", "integer", "long" -> true;
          default -> false;
        };
  }

  static boolean isImage(DataType type) {
    return type instanceof BinaryType
        || (type instanceof StructType struct
            && struct.getFieldIndex(BYTES).isDefined()
            && struct.apply(BYTES).dataType() instanceof BinaryType);
  }

  static boolean isArray(DataType type) {
    return type instanceof ArrayType array
        && (isNumber(array.elementType()) || isArray(array.elementType()));
  }

  static boolean isVector(DataType type) {
    return type instanceof StructType struct
        && Arrays.equals(struct.fieldNames(), VECTOR)
        && isArray(struct.apply("values").dataType())
        && isArray(struct.apply("indices").dataType());
  }
}
