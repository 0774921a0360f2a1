package dev.sieve.net;

import dev.sieve.kernel.Rows;
import java.util.Arrays;

/**
 * One network of a pack: all but the two large products, which the pack's first layer does for all
 * members. Owns its upper layers and the memory that a step needs.
 *
 * <p>A step is −η times the gradient of the batch's mean loss, by whatever it stands beside: scaled
 * once, at the scores, where it is smallest.
 */
final class Member {
  private final Topology topology;
  private final Layer first;
  private final int column;
  private final UpperLayer[] upper;
  private final Rows hidden;

  /**
   * @param first the first layers of all members
   * @param column first column of this member there
   * @param rows most images of a product
   */
  Member(Topology topology, Layer first, int column, int rows) {
    this.topology = topology;
    this.first = first;
    this.column = column;
    this.upper = new UpperLayer[topology.layers() - 1];
    for (int l = 1; l < topology.layers(); l++) {
      boolean rectified = l < topology.layers() - 1;
      upper[l - 1] = new UpperLayer(topology.fanIn(l), topology.fanOut(l), rows, rectified);
    }
    this.hidden = new Rows(rows, topology.fanOut(0));
    if (upper.length > 0) {
      first.rectify(column, topology.fanOut(0));
    }
  }

  /** Copies {@code from} into this member and its columns of the first layer. */
  void set(Weights from) {
    first.set(column, from, 0);
    for (int l = 1; l < topology.layers(); l++) {
      upper[l - 1].layer().set(0, from, l);
    }
  }

  /** Returns a copy of the weights, this member's columns of the first layer among them. */
  Weights copy() {
    Weights copy = new Weights(topology);
    first.get(column, copy, 0);
    for (int l = 1; l < topology.layers(); l++) {
      upper[l - 1].layer().get(0, copy, l);
    }
    return copy;
  }

  /** Returns ΣW² over all layers. */
  double sumOfSquares() {
    double sum = first.w().sumOfSquares(column, topology.fanOut(0));
    for (int l = 1; l < topology.layers(); l++) {
      sum += upper[l - 1].layer().w().sumOfSquares(0, topology.fanOut(l));
    }
    return sum;
  }

  /** Adds the losses of the first {@code count} images to {@code tally}. */
  void evaluate(int count, int[] labels, Tally tally) {
    forward(count);
    Softmax.loss(scores(), scoresAt(), count, topology.classes(), labels, tally);
  }

  /**
   * Writes the probabilities of the first {@code count} images into {@code to}, image by image,
   * from {@code at} on.
   */
  void probabilities(int count, float[] to, int at) {
    forward(count);
    Softmax.probabilities(scores(), scoresAt(), count, topology.classes(), to, at);
  }

  /**
   * Does all of an update that lies between the two products, and leaves this member's steps where
   * the outputs of its first layer stood.
   *
   * @return the sum of the losses of the batch before the update, also added to {@code tally}
   */
  double update(int rows, int[] labels, double eta, double l2, Tally tally) {
    forward(rows);
    Rows step = scores();
    double loss =
        Softmax.lossAndStep(step, scoresAt(), rows, topology.classes(), labels, -eta / rows, tally);
    double keep = 1 - 2 * eta * l2;
    for (int l = upper.length; l > 0; l--) {
      Rows inputs = l == 1 ? hidden : upper[l - 2].layer().outputs();
      Rows below = upper[l - 1].backward(step, rows);
      upper[l - 1].update(inputs, rows, step, keep);
      Rectifier.backward(below, inputs, rows, topology.fanIn(l));
      step = below;
    }
    if (upper.length > 0) {
      copy(step, 0, first.outputs(), column, rows);
    }
    first.keep(column, topology.fanOut(0), keep);
    return loss;
  }

  /** Makes the next update of the first layer leave this member's columns as they are. */
  void skip(int rows) {
    float[] outputs = first.outputs().values();
    for (int i = 0; i < rows; i++) {
      int from = first.outputs().at(i) + column;
      Arrays.fill(outputs, from, from + topology.fanOut(0), 0f);
    }
    first.keep(column, topology.fanOut(0), 1);
  }

  private Rows scores() {
    return upper.length == 0 ? first.outputs() : upper[upper.length - 1].layer().outputs();
  }

  private int scoresAt() {
    return upper.length == 0 ? column : 0;
  }

  /** From the first layer's outputs to the scores. */
  private void forward(int rows) {
    if (upper.length == 0) {
      return;
    }
    copy(first.outputs(), column, hidden, 0, rows);
    Rows inputs = hidden;
    for (UpperLayer above : upper) {
      above.layer().forward(inputs, rows);
      inputs = above.layer().outputs();
    }
  }

  /** Copies as many columns as the first layer has units. */
  private void copy(Rows from, int fromColumn, Rows to, int toColumn, int rows) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          from.values(),
          from.at(i) + fromColumn,
          to.values(),
          to.at(i) + toColumn,
          topology.fanOut(0));
    }
  }
}
