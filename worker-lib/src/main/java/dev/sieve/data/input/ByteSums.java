package dev.sieve.data.input;

import dev.sieve.data.ByteValues;
import java.util.stream.IntStream;

/**
 * Sums of each input's bytes, and of their squares, over some examples: integers, so that the order
 * in which threads add has no part in the result.
 */
final class ByteSums {
  /** Examples that a thread adds at once. */
  private static final int BLOCK = 1_000;

  private final long[] sums;
  private final long[] squares;

  private ByteSums(int inputs) {
    this.sums = new long[inputs];
    this.squares = new long[inputs];
  }

  /** Returns the sums over the examples at {@code rows}; on all cores. */
  static ByteSums of(ByteValues values, int[] rows) {
    int inputs = values.width();
    return IntStream.range(0, (rows.length + BLOCK - 1) / BLOCK)
        .parallel()
        .collect(
            () -> new ByteSums(inputs),
            (sums, block) -> sums.add(values, rows, block * BLOCK),
            ByteSums::add);
  }

  private void add(ByteValues values, int[] rows, int from) {
    for (int i = from; i < Math.min(rows.length, from + BLOCK); i++) {
      add(values.block(rows[i]), values.at(rows[i]), sums, squares);
    }
  }

  /** By variables of its own: what runs before C2 compiles it would read the fields each time. */
  private static void add(byte[] pixels, int from, long[] sums, long[] squares) {
    for (int j = 0; j < sums.length; j++) {
      int value = pixels[from + j] & 0xFF;
      sums[j] += value;
      squares[j] += (long) value * value;
    }
  }

  private void add(ByteSums others) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += others.sums[j];
      squares[j] += others.squares[j];
    }
  }

  /** Returns the moments of each input, where the sums are those of {@code count} examples. */
  Moments[] moments(int count) {
    Moments[] moments = new Moments[sums.length];
    for (int j = 0; j < sums.length; j++) {
      moments[j] = Moments.of(sums[j], squares[j], count);
    }
    return moments;
  }
}
