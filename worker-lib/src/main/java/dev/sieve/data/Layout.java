package dev.sieve.data;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * Where each example lies in blocks of 2^bits examples; the last block may have fewer.
 *
 * @param width values of each example
 * @param count examples
 */
record Layout(int width, int count, int bits) implements Serializable {
  /** One block for all examples. */
  private static final int ALL = 31;

  Layout {
    check(width >= 1, "examples must have at least one value each, but have %d", width);
    check(0 <= bits && bits <= ALL, "blocks must hold 2^0 to 2^31 examples, but 2^%d", bits);
  }

  /** Returns the layout of one block of {@code values}. */
  static Layout ofOne(int width, int values) {
    check(width >= 1, "examples must have at least one value each, but have %d", width);
    check(values % width == 0, "%d values are no whole number of examples of %d", values, width);
    return new Layout(width, values / width, ALL);
  }

  /** Returns the number of the block that holds example {@code row}. */
  int block(int row) {
    return row >>> bits;
  }

  /** Returns where example {@code row} begins in its block. */
  int at(int row) {
    return (row & (int) ((1L << bits) - 1)) * width;
  }

  /** Throws unless blocks of these {@code lengths} hold all examples, each block its share. */
  void checkBlocks(int... lengths) {
    long first = 0;
    for (int i = 0; i < lengths.length; i++) {
      long share = Math.min(1L << bits, count - first) * width;
      check(
          share > 0 && lengths[i] == share,
          "block %d must hold %d values, but has %d",
          i,
          Math.max(0, share),
          lengths[i]);
      first += 1L << bits;
    }
    check(first >= count, "blocks must hold %d examples, but have %d", count, first);
  }
}
