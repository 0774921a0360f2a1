package dev.sieve.net;

import dev.ludovic.netlib.blas.BLAS;
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
  private final Topology topology;
  private final int column;
  private final Weights weights; // W of layer 0 stands in the pack's V instead
  private final float[][] outputs; // of layers 1, 2, …, (rows × units)
  private final float[][] gradients; // by the outputs of layers 0, 1, …
  private double scale = 1;

  /**
   * @param column first column of this member in V
   * @param largestRows most images of a product
   */
  Member(BLAS blas, Topology topology, int column, int largestRows) {
    this.blas = blas;
    this.topology = topology;
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
    forward(a, rows);
    Softmax.loss(scores(a), scoresAt(rows), rows, count, topology.classes(), labels, tally);
  }

  /**
   * Writes the probabilities of the first {@code count} of {@code rows} images into {@code to},
   * image by image, from {@code toAt} on.
   */
  void probabilities(float[] a, int rows, int count, float[] to, int toAt) {
    forward(a, rows);
    Softmax.probabilities(scores(a), scoresAt(rows), rows, count, topology.classes(), to, toAt);
  }

  /**
   * Does all of an update that lies between the two products, and leaves in {@code a} what product
   * 2 subtracts: the gradient by this member's columns of Xᵀ V, times η / (rows · scale).
   *
   * @return the sum of the losses of the batch before the update, also added to {@code tally}
   */
  double update(float[] a, float[] v, int rows, int[] labels, double eta, double l2, Tally tally) {
    forward(a, rows);
    int last = topology.layers() - 1;
    float[] top = scores(a);
    double loss =
        Softmax.lossAndGradient(top, scoresAt(rows), rows, topology.classes(), labels, tally);
    for (int l = last; l > 0; l--) {
      backward(l, a, rows, eta, l2);
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

  private float[] scores(float[] a) {
    return topology.layers() == 1 ? a : outputs[topology.layers() - 1];
  }

  private int scoresAt(int rows) {
    return topology.layers() == 1 ? column * rows : 0;
  }

  /** From this member's columns of Xᵀ V in {@code a} to the scores. */
  private void forward(float[] a, int rows) {
    int at = column * rows;
    float used = (float) scale;
    if (topology.layers() == 1) {
      Elementwise.affine(a, at, rows, topology.fanOut(0), used, weights.b(0));
      return;
    }
    Elementwise.affineRelu(a, at, rows, topology.fanOut(0), used, weights.b(0));
    for (int l = 1; l < topology.layers(); l++) {
      int in = topology.fanIn(l);
      int out = topology.fanOut(l);
      float[] h = l == 1 ? a : outputs[l - 1];
      int from = l == 1 ? at : 0;
      blas.sgemm(
          "N", "N", rows, out, in, 1, h, from, rows, weights.w(l), 0, in, 0, outputs[l], 0, rows);
      if (l < topology.layers() - 1) {
        Elementwise.affineRelu(outputs[l], 0, rows, out, 1, weights.b(l));
      } else {
        Elementwise.affine(outputs[l], 0, rows, out, 1, weights.b(l));
      }
    }
  }

  /**
   * Updates layer {@code l > 0}, whose gradient is in place, and writes that of the layer below.
   */
  private void backward(int l, float[] a, int rows, double eta, double l2) {
    int in = topology.fanIn(l);
    int out = topology.fanOut(l);
    float[] g = gradients[l];
    float[] h = l == 1 ? a : outputs[l - 1];
    int from = l == 1 ? column * rows : 0;
    float[] w = weights.w(l);
    float[] below = gradients[l - 1];
    float step = (float) (-eta / rows);
    blas.sgemm("N", "T", rows, in, out, 1, g, 0, rows, w, 0, in, 0, below, 0, rows);
    float shrinkage = (float) (1 - 2 * eta * l2);
    blas.sgemm("T", "N", in, out, rows, step, h, from, rows, g, 0, rows, shrinkage, w, 0, in);
    Elementwise.addColumnSums(g, 0, rows, out, step, weights.b(l));
    Elementwise.reluGradient(below, 0, h, from, rows * in);
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
