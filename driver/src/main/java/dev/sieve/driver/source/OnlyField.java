package dev.sieve.driver.source;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;

/** A struct, or a list, of one field. */
final class OnlyField extends GroupConverter {
  private final Converter inner;

  OnlyField(Converter inner) {
    this.inner = inner;
  }

  @Override
  public Converter getConverter(int field) {
    return inner;
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
