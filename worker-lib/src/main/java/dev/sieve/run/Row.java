package dev.sieve.run;

import dev.sieve.Texts;
import dev.sieve.result.Column;
import java.util.List;
import java.util.Map;

/** One row of a table, its values looked up by their columns. Immutable. */
public final class Row {
  private final String file;
  private final long line;
  private final Map<String, Integer> columns;
  private final String[] values;

  /**
   * @param file name of the table, for messages
   * @param line where the row starts, from 1
   * @param columns place of each column, in that order
   * @param values not copied, never changed
   */
  public Row(String file, long line, Map<String, Integer> columns, String... values) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.values = values;
  }

  /** Returns the names of all columns, in their order. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** Whether the table has {@code column}, and this row a value in it. */
  public boolean has(Column<?> column) {
    return has(column.header());
  }

  /** As {@link #has(Column)}, by the column's name. */
  public boolean has(String column) {
    return columns.containsKey(column) && !values[columns.get(column)].isEmpty();
  }

  /** Returns the text in {@code column}; empty where there is none. */
  public String text(Column<?> column) {
    return text(column.header());
  }

  /** As {@link #text(Column)}, by the column's name. */
  public String text(String column) {
    Integer place = columns.get(column);
    return place == null ? "" : values[place];
  }

  /** Returns the same with {@code text} in {@code column}; itself where the table has none such. */
  public Row with(Column<?> column, String text) {
    Integer place = columns.get(column.header());
    if (place == null) {
      return this;
    }
    String[] changed = values.clone();
    changed[place] = text;
    return new Row(file, line, columns, changed);
  }

  /**
   * Returns the number in {@code column}; NaN where there is none.
   *
   * @throws UnreadableRun if it is no number
   */
  public double number(Column<?> column) {
    return number(column.header());
  }

  /** As {@link #number(Column)}, by the column's name. */
  public double number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw damaged(column, "a number", e);
    }
  }

  /**
   * Returns the whole number in {@code column}.
   *
   * @throws UnreadableRun if there is none, or something else
   */
  public long count(Column<?> column) {
    return count(column.header());
  }

  /** As {@link #count(Column)}, by the column's name. */
  public long count(String column) {
    try {
      return Long.parseLong(text(column));
    } catch (NumberFormatException e) {
      throw damaged(column, "a whole number", e);
    }
  }

  /** Returns what to throw where what is in {@code column} is not what it must be. */
  public UnreadableRun damaged(Column<?> column, String rule) {
    return damaged(column.header(), rule, null);
  }

  private UnreadableRun damaged(String column, String rule, Throwable cause) {
    return new UnreadableRun(
        Texts.format(
            "%s:%d: %s must be %s, but was '%s': the table is damaged",
            file, line, column, rule, text(column)),
        cause);
  }
}
