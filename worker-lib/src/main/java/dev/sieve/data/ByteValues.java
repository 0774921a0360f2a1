package dev.sieve.data;

import java.util.List;

/** Values in [0, 255], one byte each. */
public final class ByteValues implements Values {
  private static final long serialVersionUID = 1;

  private final Layout layout;
  private final byte[][] blocks;

  /**
   * @param values {@code width} unsigned bytes per example, example after example
   */
  public ByteValues(int width, byte[] values) {
    this.layout = Layout.ofOne(width, values.length);
    this.blocks = new byte[][] {values};
  }

  /**
   * @param bits each block but the last holds 2^bits examples
   */
  public ByteValues(int width, int count, int bits, List<byte[]> blocks) {
    this.layout = new Layout(width, count, bits);
    this.blocks = blocks.toArray(byte[][]::new);
    layout.checkBlocks(blocks.stream().mapToInt(block -> block.length).toArray());
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
  public byte[] block(int row) {
    return blocks[layout.block(row)];
  }

  /** Returns where example {@code row} begins in its {@link #block}. */
  public int at(int row) {
    return layout.at(row);
  }
}
