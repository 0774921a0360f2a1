package dev.sieve.net.pack;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Optimizer;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of one network by an optimizer with memory, layer by layer: stores the gradient of each
 * parameter group, penalty included, and passes it to the optimizer. Slower than the fused step,
 * which stores no gradient. Confined to one thread; allocates nothing after construction.
 */
final class OptimizerStep {
  private final Topology topology;
  private final Weights weights;
  private final Panels[] sums; // of the gradient over a batch
  private final float[][] gradients;
  private final float[][] biasGradients;
  private final float[][] zeros;
  private final Optimizer.State[] weightStates;
  private final Optimizer.State[] biasStates;

  OptimizerStep(Products products, Optimizer optimizer, Topology topology) {
    this.topology = topology;
    this.weights = new Weights(topology);
    int layers = topology.layers();
    this.sums = new Panels[layers];
    this.gradients = new float[layers][];
    this.biasGradients = new float[layers][];
    this.zeros = new float[layers][];
    this.weightStates = new Optimizer.State[layers];
    this.biasStates = new Optimizer.State[layers];
    for (int l = 0; l < layers; l++) {
      sums[l] = new Panels(products, topology.fanIn(l), topology.fanOut(l));
      gradients[l] = new float[topology.fanIn(l) * topology.fanOut(l)];
      biasGradients[l] = new float[topology.fanOut(l)];
      zeros[l] = new float[sums[l].width()];
      weightStates[l] = optimizer.start(gradients[l].length);
      biasStates[l] = optimizer.start(biasGradients[l].length);
    }
  }

  /** Copies the weights to start from. */
  void set(Weights from) {
    for (int l = 0; l < topology.layers(); l++) {
      System.arraycopy(from.w(l), 0, weights.w(l), 0, from.w(l).length);
      System.arraycopy(from.b(l), 0, weights.b(l), 0, from.b(l).length);
    }
  }

  /**
   * Returns the states of the optimizer, in the order of {@link NetworkState}; the objects
   * themselves.
   */
  List<Optimizer.State> memory() {
    List<Optimizer.State> memory = new ArrayList<>();
    for (int l = 0; l < topology.layers(); l++) {
      memory.add(weightStates[l]);
      memory.add(biasStates[l]);
    }
    return memory;
  }

  /** Takes over the states {@code memory}, which {@link #memory} returned. */
  void remember(List<Optimizer.State> memory) {
    for (int l = 0; l < topology.layers(); l++) {
      weightStates[l] = memory.get(2 * l);
      biasStates[l] = memory.get(2 * l + 1);
    }
  }

  /** Returns the weights after the steps so far; the object itself. */
  Weights weights() {
    return weights;
  }

  /**
   * Updates layer {@code l}.
   *
   * @param x its inputs, (rows × fan-in)
   * @param g the gradient of the batch's mean loss by the outputs before the ReLU, (rows × fan-out)
   */
  void step(int l, Rows x, int rows, Rows g, double eta, double l2) {
    float[] w = weights.w(l);
    float[] gradient = gradients[l];
    sums[l].clear();
    sums[l].update(x, rows, g, zeros[l]);
    sums[l].get(0, topology.fanOut(l), gradient);
    float penalty = (float) (2 * l2);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += penalty * w[i];
    }
    weightStates[l].step(w, 0, gradient, eta);
    addRows(g, rows, biasGradients[l]);
    biasStates[l].step(weights.b(l), 0, biasGradients[l], eta);
  }

  private static void addRows(Rows g, int rows, float[] sums) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < rows; i++) {
      for (int u = 0; u < sums.length; u++) {
        sums[u] += g.values()[g.at(i) + u];
      }
    }
  }
}
