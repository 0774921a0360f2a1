package dev.sieve.net;

import dev.ludovic.netlib.blas.BLAS;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;

/**
 * One network of a pack: everything but its columns of the pack's two large products. Owns its
 * biases, its upper layers and the memory that a step needs, so that nothing is allocated while
 * training.
 *
 * <p>Activations of a layer are (rows × units), column-major. {@code a}, the pack's product, holds
 * this member's part from {@code at} on: first Xᵀ V, then the first layer's outputs, then its
 * gradient.
 */
final class Member {
  /** The first layer's weights are scale · V; folded into V beyond these bounds. */
  private static final double SMALLEST_SCALE = 1e-4;

  private static final double LARGEST_SCALE = 1e4;

  private final BLAS blas;
  private final Network network;
  private final Topology topology;
  private final int column;
  private final Weights weights; // W of layer 0 stands in the pack's V instead
  private final float[][] outputs; // of layers 1, 2, …, (rows × units)
  private final float[][] gradients; // by the outputs of layers 0, 1, …
  private final Descent descent; // null for plain gradient descent
  private double scale = 1;

  /**
   * @param column first column of this member in V
   * @param largestRows most images of a product
   */
  Member(BLAS blas, Network network, int column, int largestRows) {
    this.blas = blas;
    this.network = network;
    this.topology = network.topology();
    this.descent =
        network.optimizer() instanceof Optimizer.Sgd
            ? null
            : new Descent(blas, network.optimizer(), topology);
    this.column = column;
    this.weights = new Weights(topology);
    this.outputs = new float[topology.layers()][];
    this.gradients = new float[topology.layers()][];
    for (int l = 0; l < topology.layers(); l++) {
      outputs[l] = l == 0 ? new float[0] : new float[largestRows * topology.fanOut(l)];
      gradients[l] =
          l == topology.layers() - 1 ? outputs[l] : new float[largestRows * topology.fanOut(l)];
    }
  }

  /** Copies {@code from} into this member and its columns of {@code v}. */
  void set(Weights from, float[] v) {
    System.arraycopy(from.w(0), 0, v, column * topology.inputs(), from.w(0).length);
    for (int l = 0; l < topology.layers(); l++) {
      System.arraycopy(from.b(l), 0, weights.b(l), 0, from.b(l).length);
      if (l > 0) {
        System.arraycopy(from.w(l), 0, weights.w(l), 0, from.w(l).length);
      }
    }
    scale = 1;
  }

  /** Returns a copy of the weights, this member's columns of {@code v} among them. */
  Weights copy(float[] v) {
    Weights copy = new Weights(topology);
    int length = copy.w(0).length;
    Elementwise.scale(v, column * topology.inputs(), length, (float) scale, copy.w(0), 0);
    for (int l = 0; l < topology.layers(); l++) {
      System.arraycopy(weights.b(l), 0, copy.b(l), 0, copy.b(l).length);
      if (l > 0) {
        System.arraycopy(weights.w(l), 0, copy.w(l), 0, copy.w(l).length);
      }
    }
    return copy;
  }

  /** Returns ΣW² over all layers. */
  double sumOfSquares(float[] v) {
    int inputs = topology.inputs();
    double used = (float) scale;
    double sum =
        used * used * Elementwise.sumOfSquares(v, column * inputs, topology.fanOut(0) * inputs);
    for (int l = 1; l < topology.layers(); l++) {
      sum += Elementwise.sumOfSquares(weights.w(l), 0, weights.w(l).length);
    }
    return sum;
  }

  /** Adds the losses of the first {@code count} of {@code rows} images to {@code tally}. */
  void evaluate(float[] a, int rows, int count, int[] labels, Tally tally) {
    forward(a, rows, null);
    ObjectiveKernel.loss(
        network.objective(),
        scores(a),
        scoresAt(rows),
        rows,
        count,
        topology.classes(),
        labels,
        tally);
  }

  /**
   * Writes the probabilities of the first {@code count} of {@code rows} images into {@code to},
   * image by image, from {@code toAt} on.
   */
  void probabilities(float[] a, int rows, int count, float[] to, int toAt) {
    forward(a, rows, null);
    ObjectiveKernel.probabilities(
        network.objective(), scores(a), scoresAt(rows), rows, count, topology.classes(), to, toAt);
  }

  /**
   * Does all of an update that lies between the two products, and leaves in {@code a} what product
   * 2 subtracts: the gradient by this member's columns of Xᵀ V, times η / (rows · scale); zeros
   * where the optimizer has changed V by itself.
   *
   * @param x the batch, (inputs × rows)
   * @param masks draws the dropout of hidden units
   * @return the sum of the losses of the batch before the update, also added to {@code tally}
   */
  double update(
      float[] a,
      float[] v,
      float[] x,
      int rows,
      int[] labels,
      double eta,
      double l2,
      RandomStream masks,
      Tally tally) {
    forward(a, rows, masks);
    double loss =
        ObjectiveKernel.lossAndGradient(
            network.objective(),
            scores(a),
            scoresAt(rows),
            rows,
            topology.classes(),
            labels,
            tally);
    if (descent != null) {
      descend(a, v, x, rows, eta, l2);
      return loss;
    }
    int last = topology.layers() - 1;
    for (int l = last; l > 0; l--) {
      backward(l, a, rows);
      descend(l, a, rows, eta, l2);
    }
    shrink(v, 1 - 2 * eta * l2);
    int units = topology.fanOut(0);
    float[] gradient = last == 0 ? a : gradients[0];
    int from = last == 0 ? column * rows : 0;
    Elementwise.addColumnSums(gradient, from, rows, units, (float) (-eta / rows), weights.b(0));
    Elementwise.scale(
        gradient, from, rows * units, (float) (eta / (rows * scale)), a, column * rows);
    return loss;
  }

  /** As an update, by the optimizer and its gradient buffers; the scale stays 1. */
  private void descend(float[] a, float[] v, float[] x, int rows, double eta, double l2) {
    descent.begin(rows, eta, l2);
    int last = topology.layers() - 1;
    for (int l = last; l > 0; l--) {
      backward(l, a, rows);
      descent.layer(
          l, below(l, a), belowAt(l, rows), gradients[l], 0, weights.w(l), 0, weights.b(l));
    }
    float[] gradient = last == 0 ? a : gradients[0];
    int from = last == 0 ? column * rows : 0;
    descent.firstLayer(x, gradient, from, v, column * topology.inputs(), weights.b(0));
    clear(a, rows);
  }

  private float[] scores(float[] a) {
    return topology.layers() == 1 ? a : outputs[topology.layers() - 1];
  }

  private int scoresAt(int rows) {
    return topology.layers() == 1 ? column * rows : 0;
  }

  /**
   * From this member's columns of Xᵀ V in {@code a} to the scores.
   *
   * @param masks null where nothing is dropped
   */
  private void forward(float[] a, int rows, RandomStream masks) {
    int at = column * rows;
    float used = (float) scale;
    if (topology.layers() == 1) {
      Elementwise.affine(a, at, rows, topology.fanOut(0), used, weights.b(0));
      return;
    }
    Elementwise.affineRelu(a, at, rows, topology.fanOut(0), used, weights.b(0));
    drop(a, at, rows * topology.fanOut(0), masks);
    for (int l = 1; l < topology.layers(); l++) {
      int in = topology.fanIn(l);
      int out = topology.fanOut(l);
      float[] h = l == 1 ? a : outputs[l - 1];
      int from = l == 1 ? at : 0;
      blas.sgemm(
          "N", "N", rows, out, in, 1, h, from, rows, weights.w(l), 0, in, 0, outputs[l], 0, rows);
      if (l < topology.layers() - 1) {
        Elementwise.affineRelu(outputs[l], 0, rows, out, 1, weights.b(l));
        drop(outputs[l], 0, rows * out, masks);
      } else {
        Elementwise.affine(outputs[l], 0, rows, out, 1, weights.b(l));
      }
    }
  }

  private void drop(float[] h, int at, int length, RandomStream masks) {
    if (masks != null && network.dropout() > 0) {
      Dropout.apply(h, at, length, network.dropout(), masks);
    }
  }

  /** Returns the inputs of layer {@code l > 0}: the outputs of the layer below. */
  private float[] below(int l, float[] a) {
    return l == 1 ? a : outputs[l - 1];
  }

  private int belowAt(int l, int rows) {
    return l == 1 ? column * rows : 0;
  }

  /**
   * Writes the gradient of the layer below layer {@code l > 0}, whose own is in place. A unit that
   * was dropped has the output 0, as one that is off, so that one pass serves both.
   */
  private void backward(int l, float[] a, int rows) {
    int in = topology.fanIn(l);
    float[] below = gradients[l - 1];
    blas.sgemm(
        "N",
        "T",
        rows,
        in,
        topology.fanOut(l),
        1,
        gradients[l],
        0,
        rows,
        weights.w(l),
        0,
        in,
        0,
        below,
        0,
        rows);
    Elementwise.reluGradient(below, 0, below(l, a), belowAt(l, rows), rows * in);
    if (network.dropout() > 0) {
      float inverse = Dropout.inverse(network.dropout());
      Elementwise.scale(below, 0, rows * in, inverse, below, 0);
    }
  }

  /** Updates layer {@code l > 0} by plain gradient descent. */
  private void descend(int l, float[] a, int rows, double eta, double l2) {
    int in = topology.fanIn(l);
    int out = topology.fanOut(l);
    float[] g = gradients[l];
    float step = (float) (-eta / rows);
    float shrinkage = (float) (1 - 2 * eta * l2);
    float[] h = below(l, a);
    int from = belowAt(l, rows);
    blas.sgemm(
        "T", "N", in, out, rows, step, h, from, rows, g, 0, rows, shrinkage, weights.w(l), 0, in);
    Elementwise.addColumnSums(g, 0, rows, out, step, weights.b(l));
  }

  /**
   * Multiplies the first layer's weights by {@code factor}: one number, or a pass over V now and
   * then.
   */
  private void shrink(float[] v, double factor) {
    double next = scale * factor;
    if (factor >= SMALLEST_SCALE && SMALLEST_SCALE <= next && next <= LARGEST_SCALE) {
      scale = next;
      return;
    }
    int from = column * topology.inputs();
    int length = topology.fanOut(0) * topology.inputs();
    Elementwise.scale(v, from, length, (float) next, v, from);
    scale = 1;
  }

  /** Clears this member's columns of {@code matrix}, which has {@code rows} rows. */
  void clear(float[] matrix, int rows) {
    int from = column * rows;
    Arrays.fill(matrix, from, from + topology.fanOut(0) * rows, 0f);
  }
}
