package dev.sieve.data.input;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Elementwise;

/** An affine map of each input: {@code x[j] = scale[j] · value + offset[j]}. */
public final class PixelScaling implements Scaling {
  private static final long serialVersionUID = 1;

  private final float[] scale;
  private final float[] offset;

  public PixelScaling(float[] scale, float[] offset) {
    check(
        scale.length == offset.length,
        "scale and offset must have one length, but had %d and %d",
        scale.length,
        offset.length);
    this.scale = scale.clone();
    this.offset = offset.clone();
  }

  @Override
  public int inputs() {
    return scale.length;
  }

  /** Returns a copy of the factors, one per input. */
  public float[] scale() {
    return scale.clone();
  }

  /** Returns a copy of the summands, one per input. */
  public float[] offset() {
    return offset.clone();
  }

  @Override
  public void apply(byte[] pixels, int from, float[] x, int to) {
    Elementwise.scale(pixels, from, scale, offset, x, to);
  }

  /** By variables of its own, which C2 makes a loop of vectors of. */
  @Override
  public void apply(float[] values, int from, float[] x, int to) {
    scale(values, from, scale, offset, x, to);
  }

  private static void scale(
      float[] values, int from, float[] scale, float[] offset, float[] x, int to) {
    for (int j = 0; j < scale.length; j++) {
      x[to + j] = values[from + j] * scale[j] + offset[j];
    }
  }
}
