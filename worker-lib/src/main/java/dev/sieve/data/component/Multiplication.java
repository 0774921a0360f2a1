package dev.sieve.data.component;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import java.util.Arrays;

/** A product of two matrices by the forward product of a layer, without biases and ReLU. */
final class Multiplication {
  private final Panels w;
  private final float[] bias;
  private final float[] floor;

  Multiplication(Panels w) {
    this.w = w;
    this.bias = new float[w.width()];
    this.floor = new float[w.width()];
    Arrays.fill(floor, Float.NEGATIVE_INFINITY);
  }

  /** Writes X W into {@code a}; {@code x} is zero between inputs and {@link Panels#depth}. */
  void apply(Rows x, int rows, Rows a) {
    w.forward(x, rows, bias, floor, a);
  }

  /** Returns X W, (rows × width). */
  static Rows of(Products products, Rows x, int rows, Panels w, int width) {
    Rows a = new Rows(products, rows, width);
    new Multiplication(w).apply(x, rows, a);
    return a;
  }
}
