package dev.sieve.driver.source;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands over bytes. */
final class BytesConverter extends PrimitiveConverter {
  /** What takes them. */
  interface Taking {
    void take(byte[] bytes);
  }

  private final Taking taking;

  BytesConverter(Taking taking) {
    this.taking = taking;
  }

  @Override
  public void addBinary(Binary value) {
    taking.take(value.getBytes());
  }
}
