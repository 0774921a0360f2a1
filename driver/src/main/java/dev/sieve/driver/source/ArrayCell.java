package dev.sieve.driver.source;

import dev.sieve.data.table.TableRows;
import java.util.Arrays;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.schema.Type;

/** A cell that is a list of numbers, or a list of such lists: all of them in their order. */
final class ArrayCell {
  private float[] values = new float[16];
  private int count;

  /** Returns what takes the numbers of {@code field}, a list or what is in one. */
  Converter converter(Type field) {
    return field.isPrimitive()
        ? new NumberConverter(field.asPrimitiveType(), this::add)
        : new OnlyField(converter(field.asGroupType().getType(0)));
  }

  private void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = (float) value;
  }

  /** Hands the numbers of this row to {@code rows}; returns whether there are any. */
  boolean handOver(TableRows rows) {
    boolean any = count > 0;
    if (any) {
      rows.array(values, count);
    }
    count = 0;
    return any;
  }
}
