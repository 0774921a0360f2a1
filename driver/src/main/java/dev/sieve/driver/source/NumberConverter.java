package dev.sieve.driver.source;

import java.util.function.DoubleConsumer;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Hands over numbers, whatever they are stored as; flags are 0 and 1. */
final class NumberConverter extends PrimitiveConverter {
  private final double scale; // of decimals, which are stored as integers
  private final DoubleConsumer taking;

  NumberConverter(PrimitiveType type, DoubleConsumer taking) {
    this.scale =
        type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            ? Math.pow(10, decimal.getScale())
            : 1;
    this.taking = taking;
  }

  @Override
  public void addInt(int value) {
    taking.accept(value / scale);
  }

  @Override
  public void addLong(long value) {
    taking.accept(value / scale);
  }

  @Override
  public void addFloat(float value) {
    taking.accept(value);
  }

  @Override
  public void addDouble(double value) {
    taking.accept(value);
  }

  @Override
  public void addBoolean(boolean value) {
    taking.accept(value ? 1 : 0);
  }
}
