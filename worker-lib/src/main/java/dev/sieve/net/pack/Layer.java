package dev.sieve.net.pack;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Weights;
import java.util.Arrays;

/**
 * Weights and biases of one fully connected layer, or of the first layers of several networks side
 * by side, each in columns of its own.
 */
final class Layer {
  private final Panels w;
  private final float[] bias;
  private final float[] floor;
  private final float[] decay;
  private final float[] change; // of the bias
  private final Rows outputs;

  /**
   * All zero, and linear.
   *
   * @param rows most examples of a product
   */
  Layer(Products products, int inputs, int units, int rows) {
    this.w = new Panels(products, inputs, units);
    this.bias = new float[w.width()];
    this.floor = new float[w.width()];
    this.decay = new float[w.width()];
    this.change = new float[w.width()];
    this.outputs = new Rows(products, rows, w.width());
    Arrays.fill(floor, Float.NEGATIVE_INFINITY);
  }

  /** Returns the number of panels of the weights. */
  int panels() {
    return w.panels();
  }

  /** Returns the outputs of the last {@link #forward}, (rows × units); the matrix itself. */
  Rows outputs() {
    return outputs;
  }

  Panels w() {
    return w;
  }

  /** Makes {@code units} columns from {@code column} on rectify: negative outputs become 0. */
  void rectify(int column, int units) {
    Arrays.fill(floor, column, column + units, 0f);
  }

  /** Copies layer {@code l} of {@code from} into the columns from {@code column} on. */
  void set(int column, Weights from, int l) {
    w.set(column, from.b(l).length, from.w(l));
    System.arraycopy(from.b(l), 0, bias, column, from.b(l).length);
  }

  /** Copies the columns from {@code column} on into layer {@code l} of {@code to}. */
  void get(int column, Weights to, int l) {
    w.get(column, to.b(l).length, to.w(l));
    System.arraycopy(bias, column, to.b(l), 0, to.b(l).length);
  }

  /**
   * Sets the decay of {@code units} columns: the next {@link #update} adds it times the weights to
   * them. −2ηλ for an L2 penalty λ.
   */
  void decay(int column, int units, double factor) {
    Arrays.fill(decay, column, column + units, (float) factor);
  }

  /**
   * Writes the outputs for {@code rows} of {@code x}, (rows × inputs), in the panels from {@code
   * from} up to {@code to}, exclusive.
   */
  void forward(Rows x, int rows, int from, int to) {
    w.forward(x, rows, bias, floor, outputs, from, to);
  }

  /**
   * Takes a step: W ← W + decay ∘ W + Xᵀ {@code step}, b ← b + the sum of the rows of {@code step},
   * in the panels from {@code from} up to {@code to}, exclusive.
   *
   * @param x what {@link #forward} got, (rows × inputs)
   * @param step −η times the gradient of the batch's mean loss by the outputs before the ReLU,
   *     (rows × units)
   */
  void update(Rows x, int rows, Rows step, int from, int to) {
    w.update(x, rows, step, decay, from, to);
    int first = w.column(from);
    int end = w.column(to);
    Arrays.fill(change, first, end, 0f);
    for (int i = 0; i < rows; i++) {
      int at = step.at(i);
      for (int u = first; u < end; u++) {
        change[u] += step.values()[at + u];
      }
    }
    for (int u = first; u < end; u++) {
      bias[u] += change[u];
    }
  }
}
