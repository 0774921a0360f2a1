package dev.sieve.driver.source;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands over texts, and integers as text. As in CSV, spaces around do not count. */
final class TextConverter extends PrimitiveConverter {
  private final Consumer<String> taking;

  /**
   * @param taking is not called for empty texts, which are missing values
   */
  TextConverter(Consumer<String> taking) {
    this.taking = taking;
  }

  @Override
  public void addBinary(Binary value) {
    String text = value.toStringUsingUTF8();
    if (!text.isBlank()) {
      taking.accept(text.strip());
    }
  }

  @Override
  public void addInt(int value) {
    taking.accept(Integer.toString(value));
  }

  @Override
  public void addLong(long value) {
    taking.accept(Long.toString(value));
  }

  @Override
  public void addBoolean(boolean value) {
    taking.accept(Boolean.toString(value));
  }
}
