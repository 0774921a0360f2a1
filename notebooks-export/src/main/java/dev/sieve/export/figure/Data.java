package dev.sieve.export.figure;

import static dev.sieve.Checks.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The numbers of a figure.
 *
 * @param columns names
 * @param rows values: texts, numbers, or null where there is none
 */
public record Data(List<String> columns, List<List<Object>> rows) {

  public Data {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static Builder of(String... columns) {
    return new Builder(List.of(columns));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Collects rows. */
  static final class Builder {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    private Builder(List<String> columns) {
      this.columns = columns;
    }

    /** Adds a row; numbers that are not finite become null. */
    Builder row(Object... values) {
      check(
          values.length == columns.size(),
          "a row must have %d values, but got %d",
          columns.size(),
          values.length);
      rows.add(
          Collections.unmodifiableList(
              Arrays.asList(Arrays.stream(values).map(Builder::told).toArray())));
      return this;
    }

    private static Object told(Object value) {
      return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }

    Data build() {
      return new Data(columns, rows);
    }
  }
}
