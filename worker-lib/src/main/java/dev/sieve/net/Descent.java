package dev.sieve.net;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Arrays;

/**
 * Gradient descent by an optimizer with memory: the gradient of each parameter group, penalty
 * included, is written out, and the optimizer makes a step of it. Slower than the fused step, which
 * needs no such buffer. Every product is this member's own, so that its bits are those that it has
 * alone. Confined to one thread; allocates nothing after construction.
 */
final class Descent {
  private final BLAS blas;
  private final Topology topology;
  private final Optimizer.State[] weightStates;
  private final Optimizer.State[] biasStates;
  private final float[][] weightGradients;
  private final float[][] biasGradients;
  private int rows;
  private double eta;
  private double l2;

  Descent(BLAS blas, Optimizer optimizer, Topology topology) {
    this.blas = blas;
    this.topology = topology;
    int layers = topology.layers();
    this.weightStates = new Optimizer.State[layers];
    this.biasStates = new Optimizer.State[layers];
    this.weightGradients = new float[layers][];
    this.biasGradients = new float[layers][];
    for (int l = 0; l < layers; l++) {
      weightGradients[l] = new float[topology.fanIn(l) * topology.fanOut(l)];
      biasGradients[l] = new float[topology.fanOut(l)];
      weightStates[l] = optimizer.start(weightGradients[l].length);
      biasStates[l] = optimizer.start(biasGradients[l].length);
    }
  }

  /** Begins an update on {@code rows} images. */
  void begin(int images, double learningRate, double penalty) {
    rows = images;
    eta = learningRate;
    l2 = penalty;
  }

  /**
   * Updates layer {@code l > 0}: h is (rows × fan-in), g (rows × fan-out), w (fan-in × fan-out).
   */
  void layer(int l, float[] h, int hAt, float[] g, int gAt, float[] w, int wAt, float[] b) {
    int in = topology.fanIn(l);
    int out = topology.fanOut(l);
    float[] gradient = weightGradients[l];
    blas.sgemm("T", "N", in, out, rows, 1f / rows, h, hAt, rows, g, gAt, rows, 0, gradient, 0, in);
    step(l, g, gAt, w, wAt, b);
  }

  /** Updates the first layer: x is (inputs × rows), g (rows × units), v (inputs × units). */
  void firstLayer(float[] x, float[] g, int gAt, float[] v, int vAt, float[] b) {
    int in = topology.inputs();
    int out = topology.fanOut(0);
    float[] gradient = weightGradients[0];
    blas.sgemm("N", "N", in, out, rows, 1f / rows, x, 0, in, g, gAt, rows, 0, gradient, 0, in);
    step(0, g, gAt, v, vAt, b);
  }

  private void step(int l, float[] g, int gAt, float[] w, int wAt, float[] b) {
    float[] gradient = weightGradients[l];
    float penalty = (float) (2 * l2);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += penalty * w[wAt + i];
    }
    weightStates[l].step(w, wAt, gradient, eta);
    Arrays.fill(biasGradients[l], 0);
    Elementwise.addColumnSums(g, gAt, rows, topology.fanOut(l), 1f / rows, biasGradients[l]);
    biasStates[l].step(b, 0, biasGradients[l], eta);
  }
}
