package dev.sieve.data;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Kernels;
import java.io.Serializable;

/**
 * An affine map of each input: {@code x[j] = scale[j] · byte + offset[j]}. What a {@link
 * Normalization} leaves after it was fitted; it travels to the executors with each stage.
 */
public final class PixelScaling implements Serializable {
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

  /** Returns the number of inputs d. */
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

  /**
   * Reads {@code pixels} from {@code from} on, d bytes; writes d floats into {@code x} from {@code
   * to} on.
   */
  void apply(byte[] pixels, int from, float[] x, int to) {
    Kernels.FASTEST.scale(pixels, from, scale, offset, x, to);
  }
}
