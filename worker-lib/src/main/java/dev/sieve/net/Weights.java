package dev.sieve.net;

import java.io.Serializable;
import java.util.function.DoubleSupplier;

/**
 * The weights and biases of one network, by layer. W of a layer is (fan-in × fan-out),
 * column-major: one column a unit. Not a record: it is bulk, never compared.
 */
public final class Weights implements Serializable {
  private static final long serialVersionUID = 1;

  private final Topology topology;
  private final float[][] w;
  private final float[][] b;

  /** All zero. */
  public Weights(Topology topology) {
    this.topology = topology;
    this.w = new float[topology.layers()][];
    this.b = new float[topology.layers()][];
    for (int l = 0; l < w.length; l++) {
      w[l] = new float[topology.fanIn(l) * topology.fanOut(l)];
      b[l] = new float[topology.fanOut(l)];
    }
  }

  public Topology topology() {
    return topology;
  }

  /** Returns W of layer {@code l}, (fan-in × fan-out); the array itself, not a copy. */
  public float[] w(int l) {
    return w[l];
  }

  /** Returns the biases of layer {@code l}; the array itself, not a copy. */
  public float[] b(int l) {
    return b[l];
  }

  /** Fills layer {@code l}: W from {@code weight} first, then the biases from {@code bias}. */
  public void fill(int l, DoubleSupplier weight, DoubleSupplier bias) {
    for (int i = 0; i < w[l].length; i++) {
      w[l][i] = (float) weight.getAsDouble();
    }
    for (int i = 0; i < b[l].length; i++) {
      b[l][i] = (float) bias.getAsDouble();
    }
  }
}
