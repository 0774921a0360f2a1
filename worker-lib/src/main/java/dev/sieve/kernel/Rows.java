package dev.sieve.kernel;

/**
 * A matrix of one row per example: inputs, activations, steps. Row-major; rows begin {@link
 * #stride} numbers apart. Rows and columns beyond those asked for are padding, which products may
 * read and write. Not a record: it is bulk, never compared.
 */
public final class Rows {
  /** Rows are padded to a multiple of it: tiles of the forward product take 4, 5 or 8. */
  private static final int TOGETHER = 4;

  /** Rows that are a multiple of 4 KiB apart compete for the same sets of a first-level cache. */
  private static final int ALIAS = 1024;

  private static final int CACHE_LINE = 16;

  private final float[] values;
  private final int stride;

  /** All zero, with room for {@code rows} × {@code width}, padded as {@code products} ask. */
  public Rows(Products products, int rows, int width) {
    int aligned = Panels.roundUp(width, products.alignment());
    this.stride = aligned % ALIAS == 0 ? aligned + CACHE_LINE : aligned;
    this.values = new float[Panels.FIRST + Math.multiplyExact(padded(rows), stride)];
  }

  /** Returns how many rows products read and write where {@code rows} are asked for. */
  static int padded(int rows) {
    return Panels.roundUp(rows, TOGETHER);
  }

  /** Returns the values; the array itself. */
  public float[] values() {
    return values;
  }

  /** Returns how far apart two rows begin. */
  public int stride() {
    return stride;
  }

  /** Returns where row {@code i} begins. */
  public int at(int i) {
    return Panels.FIRST + i * stride;
  }
}
