package dev.sieve.data;

import java.io.Serializable;

/**
 * The map from the bytes of one image to a network's inputs. What a {@link Normalization} leaves
 * after it was fitted; it travels to the executors with each stage.
 */
public sealed interface Scaling extends Serializable permits PixelScaling, ImageScaling {

  /** Returns the number of inputs d. */
  int inputs();

  /**
   * Reads {@code pixels} from {@code from} on, d bytes; writes d floats into {@code x} from {@code
   * to} on. Does not allocate.
   */
  void apply(byte[] pixels, int from, float[] x, int to);
}
