package dev.sieve.driver.source.frame;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** Numbers as Spark stores them: single ones, and all those of an array or a vector. */
final class Numbers {
  private static final byte DENSE = 1;

  private float[] values = new float[16];
  private int count;

  /** Returns the number at {@code at}, which is not null; flags are 0 and 1. */
  static double get(SpecializedGetters row, int at, DataType type) {
    return switch (type.typeName()) {
      case "byte" -> row.getByte(at);
      case "short" -> row.getShort(at);
      case "integer" -> row.getInt(at);
      case "long" -> row.getLong(at);
      case "float" -> row.getFloat(at);
      case "double" -> row.getDouble(at);
      case "boolean" -> row.getBoolean(at) ? 1 : 0;
      default -> {
        DecimalType decimal = (DecimalType) type;
        yield row.getDecimal(at, decimal.precision(), decimal.scale()).toDouble();
      }
    };
  }

  /** Takes the numbers of an array or a vector in place of those before. */
  void read(InternalRow row, int at, DataType type) {
    count = 0;
    if (type instanceof ArrayType array) {
      add(row.getArray(at), array.elementType());
    } else {
      vector(row.getStruct(at, 4), (StructType) type);
    }
  }

  private void add(ArrayData array, DataType type) {
    for (int i = 0; i < array.numElements(); i++) {
      if (array.isNullAt(i)) {
        add(Float.NaN);
      } else if (type instanceof ArrayType inner) {
        add(array.getArray(i), inner.elementType());
      } else {
        add((float) get(array, i, type));
      }
    }
  }

  private void vector(InternalRow vector, StructType type) {
    ArrayData numbers = vector.getArray(3);
    if (vector.getByte(0) == DENSE) {
      add(numbers, ((ArrayType) type.apply("values").dataType()).elementType());
      return;
    }
    count = vector.getInt(1);
    values = count > values.length ? new float[count] : values;
    Arrays.fill(values, 0, count, 0);
    ArrayData indices = vector.getArray(2);
    for (int i = 0; i < indices.numElements(); i++) {
      values[indices.getInt(i)] = (float) numbers.getDouble(i);
    }
  }

  private void add(float value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  /** Returns the numbers; those from {@link #count} on are none. */
  float[] values() {
    return values;
  }

  int count() {
    return count;
  }
}
