package dev.sieve.blas;

/**
 * How the columns of a pack's members stand side by side, so that each comes out of a product with
 * the same bits as alone.
 *
 * <p>Both rules keep every product above OpenBLAS's small-matrix path, whose sums run in another
 * order: with 10 units, batch 10 and 3,072 inputs a member alone would take it and a pack would
 * not.
 */
public enum ColumnRule {
  /** One member directly after the other. Enough for OpenBLAS's AVX-512 kernels. */
  TIGHT(1),
  /**
   * Each member starts at a multiple of 12 columns and is padded to one with zeros: OpenBLAS's AVX2
   * kernels work on 12, 8 or 4 columns at a time, and differ in the last bit between these.
   */
  TWELVE(12);

  /** OpenBLAS takes its small-matrix path up to this many multiply-adds. */
  private static final long SMALL_MATRIX = 1_000_000;

  private final int multiple;

  ColumnRule(int multiple) {
    this.multiple = multiple;
  }

  /** Returns the columns that a member of {@code width} units takes. */
  int padded(int width) {
    return roundUp(width);
  }

  /**
   * Returns the columns of a matrix that needs {@code used} of them, for products with (inputs ×
   * batch).
   */
  int total(int used, int batch, int inputs) {
    long atLeast = SMALL_MATRIX / ((long) batch * inputs) + 1;
    return roundUp((int) Math.max(used, atLeast));
  }

  private int roundUp(int columns) {
    return (columns + multiple - 1) / multiple * multiple;
  }
}
