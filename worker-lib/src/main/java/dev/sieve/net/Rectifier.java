package dev.sieve.net;

import dev.sieve.kernel.Rows;

/** The ReLU's way back; the kernels do its way forward. */
final class Rectifier {
  private Rectifier() {}

  /**
   * Replaces D by {@code factor} D where H > 0 and by 0 where H = 0: the gradient of a ReLU with
   * outputs H. By a mask of bits, since a branch on every other number would be guessed wrong.
   *
   * @param d (rows × units), read and written
   * @param h (rows × units), read
   */
  static void backward(Rows d, Rows h, int rows, int units, float factor) {
    for (int i = 0; i < rows; i++) {
      mask(d.values(), d.at(i), h.values(), h.at(i), units, factor);
    }
  }

  private static void mask(float[] d, int dAt, float[] h, int hAt, int length, float factor) {
    for (int u = 0; u < length; u++) {
      int mask = -Float.floatToRawIntBits(h[hAt + u]) >> 31; // all ones where H > 0
      d[dAt + u] = Float.intBitsToFloat(Float.floatToRawIntBits(factor * d[dAt + u]) & mask);
    }
  }
}
