package dev.sieve.driver.source.frame;

import dev.sieve.data.ImageShape;
import java.util.Arrays;
import java.util.Objects;

/** Rows on their way to become a {@link RowBlock}. */
final class BlockBuilder {
  private final String file;
  private final long start;
  private final TextCodes label;
  private final TextCodes split;
  private final TextCodes[] texts;
  private float[] values = new float[1 << 10];
  private int rows;
  private int width = -1;
  private RowBlock.Whole whole;
  private RowBlock.Refusal refusal;

  /**
   * @param texts of each feature; null for those that are numbers
   */
  BlockBuilder(String file, long start, TextCodes label, TextCodes split, TextCodes[] texts) {
    this.file = file;
    this.start = start;
    this.label = label;
    this.split = split;
    this.texts = texts;
  }

  int rows() {
    return rows;
  }

  /** Returns the number of values of all rows. */
  int size() {
    return rows * Math.max(width, 0);
  }

  /** Returns whether rows of other files, or of other places in it, are none of this block's. */
  boolean isOf(String otherFile, long otherStart) {
    return start == otherStart && file.equals(otherFile);
  }

  /** Returns whether a row of {@code count} values, or of an image, can follow the rows so far. */
  boolean takes(int count, ImageShape shape) {
    return width < 0 || (width == count && (whole == null || Objects.equals(whole.shape(), shape)));
  }

  /** Returns the number of {@code text} among those of feature {@code feature}. */
  int number(int feature, String text) {
    return texts[feature].number(text);
  }

  void label(String text) {
    label.put(rows, text);
  }

  void split(String text) {
    split.put(rows, text);
  }

  /** Says that the values of each row are those of one column: an array, or an image. */
  void whole(String column, ImageShape shape) {
    whole = new RowBlock.Whole(column, shape);
  }

  /** Ends a row of {@code count} values, NaN for missing ones. */
  void endRow(float[] row, int count) {
    width = count;
    int from = rows * width;
    if (from + width > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, from + width));
    }
    System.arraycopy(row, 0, values, from, width);
    rows++;
  }

  /** Says what is wrong with the row behind the last one. */
  void refuse(String column, String rule, String found) {
    refusal = new RowBlock.Refusal(column, rule, found);
  }

  boolean isRefused() {
    return refusal != null;
  }

  RowBlock build() {
    String[][] all = new String[texts.length][];
    Arrays.setAll(all, j -> texts[j] == null ? null : texts[j].all());
    return new RowBlock(
        file,
        start,
        rows,
        Math.max(width, 0),
        compact(),
        RowBlock.Column.of(label, rows),
        RowBlock.Column.of(split, rows),
        all,
        whole,
        refusal);
  }

  /** Returns bytes where all values are integers in [0, 255], else floats. */
  private Object compact() {
    byte[] bytes = new byte[size()];
    for (int i = 0; i < bytes.length; i++) {
      int integer = (int) values[i];
      if (integer != values[i] || (integer & ~0xFF) != 0) {
        return Arrays.copyOf(values, bytes.length);
      }
      bytes[i] = (byte) integer;
    }
    return bytes;
  }
}
