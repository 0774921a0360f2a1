package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The update product, tile by tile. The changes of a tile stay in registers over all rows, and are
 * added to W at the end. Weights come from a distant cache: while the processor waits for them, it
 * begins the next tile, and the larger a tile is, the less it waits. Tiles are written out by hand,
 * since C2 keeps a vector in a register only if it is a local variable.
 *
 * <p>On one core of an AMD EPYC (Zen 4), with 3072 inputs and 100 rows, it takes 1.01 to 1.12 times
 * as long as the forward product for 300 and 400 columns, and 1.07 to 1.14 times for 500. With
 * tiles of at most two panels, measured in turn, it takes 1.09 to 1.19 and 1.14 to 1.19 times as
 * long.
 */
final class UpdateTiles {
  /** 2 × 8 sums, 2 vectors of G and one of X need more than the 16 registers of AVX2. */
  private static final boolean WIDE = FloatVector.SPECIES_PREFERRED.length() >= 16;

  /**
   * Three panels per tile, if C2 keeps 3 × 8 sums in registers; if it does not, they would take 2.7
   * times as long.
   */
  private static final int MOST = WIDE && StripMining.isOn() ? 3 : 2;

  /**
   * Inputs of a block, which all panels finish before the next block begins: 48 numbers of 100 rows
   * of X fit into L1. A multiple of 6 and of 8; the last block may be smaller, a multiple of 8.
   */
  private static final int BLOCK = 48;

  private UpdateTiles() {}

  /** As {@link Kernels#update}. */
  static void run(Rows x, int rows, Rows g, float[] decay, Panels w, int fromPanel, int toPanel) {
    for (int from = 0; from < w.depth(); from += BLOCK) {
      int to = Math.min(w.depth(), from + BLOCK);
      int p = fromPanel;
      while (p < toPanel) {
        int panels = panels(toPanel - p);
        if (panels == 1) {
          one(x, rows, from, to, g, decay, w, p);
        } else if (WIDE) {
          wide(panels, x, rows, from, to, g, decay, w, p);
        } else {
          two(x, rows, from, to, g, decay, w, p);
        }
        p += panels;
      }
    }
  }

  /**
   * Returns how many of the {@code left} panels the next tile takes: one only if it is the last.
   */
  private static int panels(int left) {
    return left == 4 ? 2 : Math.min(left, MOST);
  }

  private static void wide(
      int panels, Rows x, int rows, int from, int to, Rows g, float[] decay, Panels w, int p) {
    for (int j = from; j < to; j += 8) {
      if (panels == 3) {
        WideUpdateTiles.update3x8(x, rows, j, g, decay, w, p);
      } else {
        WideUpdateTiles.update2x8(x, rows, j, g, decay, w, p);
      }
    }
  }

  private static void two(
      Rows x, int rows, int from, int to, Rows g, float[] decay, Panels w, int p) {
    int j = from;
    boolean whole = to - from == BLOCK;
    for (; whole && j < to; j += 6) {
      NarrowUpdateTiles.update2x6(x, rows, j, g, decay, w, p);
    }
    for (; j < to; j += 4) {
      NarrowUpdateTiles.update2x4(x, rows, j, g, decay, w, p);
    }
  }

  private static void one(
      Rows x, int rows, int from, int to, Rows g, float[] decay, Panels w, int p) {
    for (int j = from; j < to; j += 8) {
      NarrowUpdateTiles.update1x8(x, rows, j, g, decay, w, p);
    }
  }
}
