package dev.sieve.result;

import static java.util.Objects.requireNonNull;

import dev.sieve.format.ColumnType;
import java.util.function.Function;

/**
 * One column of a table: the one place where it is named, typed and explained.
 *
 * @param <R> what a row is made of
 * @param header name, in lower case
 * @param doc what a value means, with unit and range
 * @param value the value in a row, of the Java type that {@link ColumnType} names; null where there
 *     is none
 */
public record Column<R>(String header, ColumnType type, String doc, Function<R, Object> value) {

  public Column {
    requireNonNull(header, "header is null");
    requireNonNull(type, "type is null");
    requireNonNull(doc, "doc is null");
    requireNonNull(value, "value is null");
  }
}
