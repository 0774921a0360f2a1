package dev.sieve.net.pack;

import dev.sieve.kernel.Elementwise;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Dropout;
import dev.sieve.net.Network;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;

/**
 * The layers of one network above its first, from the first one's outputs to the scores: none in a
 * network of one layer. Layers are numbered as in {@link Topology}, so that the lowest here is 1.
 */
final class UpperLayers {
  private final Topology topology;
  private final double dropout;
  private final UpperLayer[] layers; // of layer 1, 2, …
  private final Rows hidden;

  /**
   * All weights zero.
   *
   * @param rows most examples of a product
   */
  UpperLayers(Products products, Network network, int rows) {
    this.topology = network.topology();
    this.dropout = network.dropout();
    this.layers = new UpperLayer[topology.layers() - 1];
    for (int l = 1; l < topology.layers(); l++) {
      boolean rectified = l < topology.layers() - 1;
      layers[l - 1] =
          new UpperLayer(products, topology.fanIn(l), topology.fanOut(l), rows, rectified);
    }
    this.hidden = new Rows(products, rows, topology.fanOut(0));
  }

  /** Returns how many there are. */
  int count() {
    return layers.length;
  }

  /** Returns weights, biases and outputs of layer {@code l}. */
  Layer layer(int l) {
    return layers[l - 1].layer();
  }

  /** Returns the matrix for the outputs of the first layer, (rows × units). */
  Rows hidden() {
    return hidden;
  }

  /** Returns the scores of the last {@link #forward}, (rows × classes); the matrix itself. */
  Rows scores() {
    return layer(layers.length).outputs();
  }

  /** Returns the inputs of layer {@code l}: the outputs of the layer below, dropout included. */
  Rows inputs(int l) {
    return l == 1 ? hidden : layer(l - 1).outputs();
  }

  /** Copies the weights and biases of these layers from {@code from}. */
  void set(Weights from) {
    for (int l = 1; l <= layers.length; l++) {
      layer(l).set(0, from, l);
    }
  }

  /** Copies the weights and biases of these layers into {@code to}. */
  void get(Weights to) {
    for (int l = 1; l <= layers.length; l++) {
      layer(l).get(0, to, l);
    }
  }

  /** Returns ΣW² over these layers. */
  double sumOfSquares() {
    double sum = 0;
    for (int l = 1; l <= layers.length; l++) {
      sum += layer(l).w().sumOfSquares(0, topology.fanOut(l));
    }
    return sum;
  }

  /**
   * Computes the scores from {@link #hidden}.
   *
   * @param masks draws the dropout; null for none
   */
  void forward(int rows, RandomStream masks) {
    for (int l = 1; l <= layers.length; l++) {
      drop(inputs(l), rows, topology.fanIn(l), masks);
      layers[l - 1].forward(inputs(l), rows);
    }
  }

  private void drop(Rows h, int rows, int units, RandomStream masks) {
    if (masks == null || dropout == 0) {
      return;
    }
    for (int i = 0; i < rows; i++) {
      Dropout.apply(h.values(), h.at(i), units, dropout, masks);
    }
  }

  /**
   * Returns the steps by the outputs of the layer below layer {@code l}, before their ReLU, which
   * stay until the next call. A dropped unit has the output 0, like one that its ReLU turned off:
   * one pass serves both.
   *
   * @param step the steps by the outputs of layer {@code l} before their ReLU
   */
  Rows backward(int l, Rows step, int rows) {
    Rows below = layers[l - 1].backward(step, rows);
    Rows outputs = inputs(l);
    float factor = Dropout.inverse(dropout);
    for (int i = 0; i < rows; i++) {
      Elementwise.rectifyBack(
          below.values(), below.at(i), outputs.values(), outputs.at(i), topology.fanIn(l), factor);
    }
    return below;
  }

  /** Takes a step of layer {@code l}, as {@link UpperLayer#update} does. */
  void update(int l, int rows, Rows step, double decay) {
    layers[l - 1].update(inputs(l), rows, step, decay);
  }
}
