package dev.sieve.net.pack;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import java.util.Arrays;

/** A layer above the first one; it passes steps back to the layer below. */
final class UpperLayer {
  private final Layer layer;
  private final int units;
  private final Panels transposed;
  private final float[] zeros;
  private final float[] floor;
  private final Rows below;

  /**
   * All zero.
   *
   * @param rows most examples of a product
   * @param rectified whether negative outputs become 0
   */
  UpperLayer(Products products, int inputs, int units, int rows, boolean rectified) {
    this.layer = new Layer(products, inputs, units, rows);
    this.units = units;
    this.transposed = new Panels(products, units, inputs);
    this.zeros = new float[transposed.width()];
    this.floor = new float[transposed.width()];
    this.below = new Rows(products, rows, transposed.width());
    Arrays.fill(floor, Float.NEGATIVE_INFINITY);
    if (rectified) {
      layer.rectify(0, units);
    }
  }

  /** Returns weights, biases and outputs. */
  Layer layer() {
    return layer;
  }

  /** Writes the outputs for {@code rows} of {@code x}, (rows × inputs). */
  void forward(Rows x, int rows) {
    layer.forward(x, rows, 0, layer.panels());
  }

  /**
   * Returns the steps by this layer's inputs: −η times the gradient by them, (rows × inputs), which
   * stay until the next call.
   *
   * @param step the steps by the outputs before the ReLU, (rows × units)
   */
  Rows backward(Rows step, int rows) {
    layer.w().transposeInto(transposed);
    transposed.forward(step, rows, zeros, floor, below);
    return below;
  }

  /** Takes a step, as {@link Layer#update} does, with the same {@code decay} for all units. */
  void update(Rows x, int rows, Rows step, double decay) {
    layer.decay(0, units, decay);
    layer.update(x, rows, step, 0, layer.panels());
  }
}
