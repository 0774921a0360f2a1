package dev.sieve.data.input;

import dev.sieve.kernel.Rows;
import java.io.Serializable;

/**
 * The map from the values of one example to a network's inputs. What a {@link Normalization} leaves
 * after it was fitted; it travels to the executors with each stage.
 */
public sealed interface Scaling extends Serializable
    permits PixelScaling, ExampleScaling, FilledScaling {

  /** Returns the number of inputs d. */
  int inputs();

  /**
   * Reads {@code values}, unsigned, from {@code from} on, d bytes; writes d floats into {@code x}
   * from {@code to} on. Does not allocate.
   */
  void apply(byte[] values, int from, float[] x, int to);

  /**
   * Reads {@code values} from {@code from} on, d floats; writes d floats into {@code x} from {@code
   * to} on, which may be where it reads. Does not allocate.
   */
  void apply(float[] values, int from, float[] x, int to);

  /**
   * Writes rows {@code first} up to {@code end}, exclusive, of {@code x}: row i of the d bytes of
   * {@code values[i]} from {@code from[i]} on. The same numbers as one by one.
   */
  default void apply(byte[][] values, int[] from, int first, int end, Rows x) {
    for (int i = first; i < end; i++) {
      apply(values[i], from[i], x.values(), x.at(i));
    }
  }

  /** As above, of rows of floats. */
  default void apply(float[][] values, int[] from, int first, int end, Rows x) {
    for (int i = first; i < end; i++) {
      apply(values[i], from[i], x.values(), x.at(i));
    }
  }
}
