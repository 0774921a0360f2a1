package dev.sieve.run;

/** Numbers of some shape in one flat array, column-major: the first index runs fastest. */
public final class FloatArray {
  private final int[] shape;
  private final float[] values;

  /**
   * @param values as many as {@code shape} says; not copied
   */
  FloatArray(int[] shape, float[] values) {
    this.shape = shape.clone();
    this.values = values;
  }

  /** Returns the length along {@code axis}; 1 beyond the last. */
  public int length(int axis) {
    return axis < shape.length ? shape[axis] : 1;
  }

  /** Returns element ({@code row}, {@code column}) of a matrix. */
  public float at(int row, int column) {
    return values[column * shape[0] + row];
  }

  /** Returns all numbers, not copied. */
  public float[] values() {
    return values;
  }
}
