package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import dev.sieve.format.ColumnType;
import dev.sieve.schedule.Horizon;
import java.util.function.BiFunction;

/**
 * A column of the table {@code trials} that shows a hyperparameter.
 *
 * @param header its name in the table
 * @param doc what a value means, with unit and range
 * @param cell the value in the row of a candidate that is trained for so long, of the Java type
 *     that {@link ColumnType} names; null where the candidate does without
 */
public record AxisColumn(
    String header, ColumnType type, String doc, BiFunction<Candidate, Horizon, Object> cell) {
  public AxisColumn {
    requireNonNull(header, "header is null");
    requireNonNull(type, "type is null");
    requireNonNull(doc, "doc is null");
    requireNonNull(cell, "cell is null");
  }
}
