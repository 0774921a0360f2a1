package dev.sieve.data.input;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Elementwise;
import dev.sieve.kernel.Rows;

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

  @Override
  public void apply(float[] values, int from, float[] x, int to) {
    Elementwise.scale(values, from, scale, offset, x, to);
  }

  @Override
  public void apply(byte[][] values, int[] from, int first, int end, Rows x) {
    Elementwise.scale(values, from, first, end, scale, offset, x);
  }

  @Override
  public void apply(float[][] values, int[] from, int first, int end, Rows x) {
    Elementwise.scale(values, from, first, end, scale, offset, x);
  }
}
