package dev.sieve.driver.source.frame;

import dev.sieve.data.ImageShape;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.table.TableRows;
import java.io.Serializable;

/**
 * Rows that an executor has read, in the form in which they travel: a byte or a float per value, a
 * number per text. Not a record: it holds bulk, and is never compared.
 */
final class RowBlock implements Serializable {
  private static final long serialVersionUID = 1;

  private final String file;
  private final long start;
  private final int rows;
  private final int width;
  private final Object values;
  private final Column label;
  private final Column split;
  private final String[][] texts;
  private final Whole whole;
  private final Refusal refusal;

  /** TextCodes of a column of rows: {@code all[codes[row]]}. */
  @SuppressWarnings("ArrayRecordComponent") // bulk, never compared
  record Column(int[] codes, String[] all) implements Serializable {
    private static final Column NONE = new Column(new int[0], new String[0]);

    static Column of(TextCodes texts, int rows) {
      return texts == null ? NONE : new Column(texts.codes(rows), texts.all());
    }

    /** Returns the text of row {@code row}; null where it has none. */
    String at(int row) {
      return codes.length == 0 || codes[row] == TextCodes.NONE ? null : all[codes[row]];
    }
  }

  /**
   * A column whose values are all that a row has.
   *
   * @param shape where they are images; null for arrays
   */
  record Whole(String column, ImageShape shape) implements Serializable {}

  /** What is wrong with the row behind the last one. */
  record Refusal(String column, String rule, String found) implements Serializable {}

  /**
   * @param file that the rows are of, empty for none, and {@code start} where they begin in it
   * @param values of all rows, {@code width} each: {@code byte[]} or {@code float[]}
   * @param texts of each feature that is text, numbered by its values; null for others
   * @param whole null where each feature is a column
   * @param refusal null for none
   */
  RowBlock(
      String file,
      long start,
      int rows,
      int width,
      Object values,
      Column label,
      Column split,
      String[][] texts,
      Whole whole,
      Refusal refusal) {
    this.file = file;
    this.start = start;
    this.rows = rows;
    this.width = width;
    this.values = values;
    this.label = label;
    this.split = split;
    this.texts = texts;
    this.whole = whole;
    this.refusal = refusal;
  }

  String file() {
    return file;
  }

  long start() {
    return start;
  }

  /** Returns the memory that its rows take in a table. */
  LeastSize size() {
    return new LeastSize(rows, width, values instanceof byte[] ? Byte.BYTES : Float.BYTES);
  }

  /** Hands all rows to {@code table}, as they were read. */
  void handOver(TableRows table, Runnable onRow) {
    float[] row = new float[width];
    for (int r = 0; r < rows; r++) {
      onRow.run();
      get(r, row);
      if (whole == null) {
        cells(row, table);
      } else if (whole.shape() == null) {
        table.array(row, width);
      } else {
        table.image(whole.column(), whole.shape(), row);
      }
      String named = label.at(r);
      if (named != null) {
        table.label(named);
      }
      String use = split.at(r);
      if (use != null) {
        table.split(use);
      }
      table.endRow();
    }
    if (refusal != null) {
      onRow.run();
      throw table.refused(refusal.column(), refusal.rule(), refusal.found());
    }
  }

  private void get(int row, float[] to) {
    int from = row * width;
    if (values instanceof float[] floats) {
      System.arraycopy(floats, from, to, 0, width);
      return;
    }
    byte[] bytes = (byte[]) values;
    for (int j = 0; j < width; j++) {
      to[j] = bytes[from + j] & 0xFF;
    }
  }

  private void cells(float[] row, TableRows table) {
    for (int j = 0; j < width; j++) {
      if (Float.isNaN(row[j])) {
        table.missing(j);
      } else if (texts[j] == null) {
        table.number(j, row[j]);
      } else {
        table.text(j, texts[j][(int) row[j]]);
      }
    }
  }
}
