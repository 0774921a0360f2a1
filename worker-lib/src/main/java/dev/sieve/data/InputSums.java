package dev.sieve.data;

import java.util.stream.IntStream;

/** Sums of each input's bytes, and of their squares, over some images. */
final class InputSums {
  /** Images that a thread adds at once. */
  private static final int BLOCK = 1_000;

  private final long[] sums;
  private final long[] squares;

  private InputSums(int inputs) {
    this.sums = new long[inputs];
    this.squares = new long[inputs];
  }

  /** Returns the sums over the images at {@code rows}; on all cores. */
  static InputSums of(Images images, int[] rows) {
    int inputs = images.shape().inputs();
    return IntStream.range(0, (rows.length + BLOCK - 1) / BLOCK)
        .parallel()
        .collect(
            () -> new InputSums(inputs),
            (sums, block) -> sums.add(images, rows, block * BLOCK),
            InputSums::add);
  }

  private void add(Images images, int[] rows, int from) {
    for (int i = from; i < Math.min(rows.length, from + BLOCK); i++) {
      add(images.pixels(), rows[i] * sums.length, sums, squares);
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

  private void add(InputSums others) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += others.sums[j];
      squares[j] += others.squares[j];
    }
  }

  /** Returns the moments of each input, where the sums are those of {@code count} images. */
  Moments[] moments(int count) {
    Moments[] moments = new Moments[sums.length];
    for (int j = 0; j < sums.length; j++) {
      moments[j] = Moments.of(sums[j], squares[j], count);
    }
    return moments;
  }
}
