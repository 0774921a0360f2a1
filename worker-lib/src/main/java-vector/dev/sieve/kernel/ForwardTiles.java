package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The forward product, tile by tile. The sums of a tile stay in registers from the first input to
 * the last; each number of X is multiplied with whole vectors of W. Tiles are written out by hand,
 * since C2 keeps a vector in a register only if it is a local variable.
 *
 * <p>A tile of one panel takes twice as long per panel as a tile of four, since its few sums wait
 * for each other: five panels are split into three and two. On one core of an AMD EPYC (Zen 4),
 * with 3072 inputs and 100 rows, this takes 0.66 times as long for 10 columns as tiles of 4, 2 or 1
 * panels by 4 rows, 0.84 times for 100 columns, and 0.94 or 0.95 times for 200, 300 and 500;
 * measured in turn.
 */
final class ForwardTiles {
  /** 4 × 4 sums, 4 vectors of W and one of X need more than the 16 registers of AVX2. */
  private static final boolean WIDE = FloatVector.SPECIES_PREFERRED.length() >= 16;

  private static final int MOST = WIDE ? 4 : 2;

  private ForwardTiles() {}

  /** As {@link Kernels#forward}. */
  static void run(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel) {
    int p = fromPanel;
    while (p < toPanel) {
      int panels = panels(toPanel - p);
      switch (panels) {
        case 4 -> four(x, rows, w, p, bias, floor, a);
        case 3 -> three(x, rows, w, p, bias, floor, a);
        case 2 -> two(x, rows, w, p, bias, floor, a);
        default -> one(x, rows, w, p, bias, floor, a);
      }
      p += panels;
    }
  }

  /** Returns how many of the {@code left} panels the next tile takes: three of five. */
  private static int panels(int left) {
    return WIDE && left == 5 ? 3 : Math.min(left, MOST);
  }

  /**
   * Tiles of 4 panels by 5 rows, which read each vector of W least often, for the largest multiple
   * of 20 rows; tiles of 4 by 4 for the rest.
   */
  private static void four(Rows x, int rows, Panels w, int p, float[] bias, float[] floor, Rows a) {
    int i = 0;
    for (int fives = rows / 20 * 20; i < fives; i += 5) {
      WideForwardTiles.forward4x5(x, i, w, p, bias, floor, a);
    }
    for (; i < rows; i += 4) {
      WideForwardTiles.forward4x4(x, i, w, p, bias, floor, a);
    }
  }

  private static void three(
      Rows x, int rows, Panels w, int p, float[] bias, float[] floor, Rows a) {
    for (int i = 0; i < rows; i += 4) {
      WideForwardTiles.forward3x4(x, i, w, p, bias, floor, a);
    }
  }

  private static void two(Rows x, int rows, Panels w, int p, float[] bias, float[] floor, Rows a) {
    for (int i = 0; i < rows; i += 4) {
      NarrowForwardTiles.forward2x4(x, i, w, p, bias, floor, a);
    }
  }

  private static void one(Rows x, int rows, Panels w, int p, float[] bias, float[] floor, Rows a) {
    int i = 0;
    for (; i + 8 <= rows; i += 8) {
      NarrowForwardTiles.forward1x8(x, i, w, p, bias, floor, a);
    }
    for (; i < rows; i += 4) {
      NarrowForwardTiles.forward1x4(x, i, w, p, bias, floor, a);
    }
  }
}
