package dev.sieve.data;

import dev.sieve.Texts;
import java.util.List;

/**
 * Finite numbers, four bytes each. Where values are missing, NaN stands for them until a {@link
 * dev.sieve.data.input.Scaling} fills them in.
 */
public final class FloatValues implements Values {
  private static final long serialVersionUID = 1;

  private final Layout layout;
  private final float[][] blocks;
  private final boolean missing;

  /**
   * @param values {@code width} numbers per example, example after example
   */
  public FloatValues(int width, float[] values) {
    this.layout = Layout.ofOne(width, values.length);
    this.blocks = new float[][] {values};
    this.missing = false;
    checkFinite();
  }

  /**
   * @param bits each block but the last holds 2^bits examples
   */
  public FloatValues(int width, int count, int bits, List<float[]> blocks) {
    this(width, count, bits, blocks, false);
  }

  private FloatValues(int width, int count, int bits, List<float[]> blocks, boolean missing) {
    this.layout = new Layout(width, count, bits);
    this.blocks = blocks.toArray(float[][]::new);
    this.missing = missing;
    layout.checkBlocks(blocks.stream().mapToInt(block -> block.length).toArray());
    checkFinite();
  }

  /** As the constructor; NaN stands for values that are missing. */
  public static FloatValues withMissing(int width, int count, int bits, List<float[]> blocks) {
    return new FloatValues(width, count, bits, blocks, true);
  }

  /** Returns whether values may be missing: NaN. */
  public boolean mayMiss() {
    return missing;
  }

  /** One number that is none would spoil all sums, and be hard to find afterwards. */
  private void checkFinite() {
    for (int row = 0; row < count(); row++) {
      float[] block = block(row);
      int from = at(row);
      for (int j = 0; j < width(); j++) {
        float value = block[from + j];
        if (!Float.isFinite(value) && !(missing && Float.isNaN(value))) {
          throw new IllegalArgumentException(
              Texts.format("value %d of example %d must be finite, but was %s", j, row, value));
        }
      }
    }
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int count() {
    return layout.count();
  }

  /** Returns the array that holds example {@code row}; shared, not to be modified. */
  public float[] block(int row) {
    return blocks[layout.block(row)];
  }

  /** Returns where example {@code row} begins in its {@link #block}. */
  public int at(int row) {
    return layout.at(row);
  }
}
