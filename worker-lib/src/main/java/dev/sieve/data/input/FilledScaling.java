package dev.sieve.data.input;

import static dev.sieve.Checks.check;

/** Puts a number of its own in place of each input's missing values, and scales what results. */
public final class FilledScaling implements Scaling {
  private static final long serialVersionUID = 1;

  private final float[] fill;
  private final Scaling scaling;

  /**
   * @param fill one number per input
   * @param scaling of values none of which is missing
   */
  FilledScaling(float[] fill, Scaling scaling) {
    check(
        fill.length == scaling.inputs(),
        "fill and scaling must have as many inputs, but have %d and %d",
        fill.length,
        scaling.inputs());
    this.fill = fill.clone();
    this.scaling = scaling;
  }

  @Override
  public int inputs() {
    return fill.length;
  }

  /** Returns a copy of what stands in for missing values, one number per input. */
  public float[] fill() {
    return fill.clone();
  }

  /** Returns the scaling of values none of which is missing. */
  public Scaling scaling() {
    return scaling;
  }

  /** Bytes are never missing. */
  @Override
  public void apply(byte[] values, int from, float[] x, int to) {
    scaling.apply(values, from, x, to);
  }

  @Override
  public void apply(float[] values, int from, float[] x, int to) {
    fill(values, from, fill, x, to);
    scaling.apply(x, to, x, to);
  }

  private static void fill(float[] values, int from, float[] fill, float[] x, int to) {
    for (int j = 0; j < fill.length; j++) {
      float value = values[from + j];
      x[to + j] = Float.isNaN(value) ? fill[j] : value;
    }
  }
}
