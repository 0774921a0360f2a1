package dev.sieve.net;

import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * One network of a pack: all but the two large products, which the pack's first layer does for all
 * members. Owns its upper layers and the memory that a step needs.
 *
 * <p>A step is −η times the gradient of the batch's mean loss, by whatever it stands beside: scaled
 * once, at the scores, where it is smallest.
 */
final class PackMember {
  private final Topology topology;
  private final Layer first;
  private final int column;
  private final UpperLayers upper;
  private final ObjectiveKernel objective;
  private final OptimizerStep descent; // null for plain gradient descent

  /**
   * @param first the first layers of all members
   * @param column first column of this member there
   * @param rows most images of a product
   */
  PackMember(Network network, Layer first, int column, int rows) {
    this.topology = network.topology();
    this.first = first;
    this.column = column;
    this.upper = new UpperLayers(network, rows);
    this.objective = ObjectiveKernel.of(network.objective(), rows, topology.classes());
    this.descent =
        network.optimizer() instanceof Optimizer.Sgd
            ? null
            : new OptimizerStep(network.optimizer(), topology);
    if (upper.count() > 0) {
      first.rectify(column, topology.fanOut(0));
    }
  }

  /** Returns the first column of this member in the first layer. */
  int column() {
    return column;
  }

  /** Copies {@code from} into this member and its columns of the first layer. */
  void set(Weights from) {
    first.set(column, from, 0);
    upper.set(from);
    if (descent != null) {
      descent.set(from);
    }
  }

  /** Returns a copy of the weights, this member's columns of the first layer among them. */
  Weights copy() {
    Weights copy = new Weights(topology);
    first.get(column, copy, 0);
    upper.get(copy);
    return copy;
  }

  /** Returns this member as it stands. */
  NetworkState state() {
    return new NetworkState(copy(), descent == null ? List.of() : descent.memory());
  }

  /** Goes on from {@code state}, whose objects it keeps. */
  void restore(NetworkState state) {
    set(state.weights());
    if (descent != null) {
      descent.remember(state.memory());
    }
  }

  /** Returns ΣW² over all layers. */
  double sumOfSquares() {
    return first.w().sumOfSquares(column, topology.fanOut(0)) + upper.sumOfSquares();
  }

  /** Adds the losses of the first {@code count} images to {@code tally}. */
  void evaluate(int count, int[] labels, MetricSums tally) {
    forward(count, null);
    objective.loss(scores(), scoresAt(), count, labels, tally);
  }

  /**
   * Writes the probabilities of the first {@code count} images into {@code to}, image by image,
   * from {@code at} on.
   */
  void probabilities(int count, float[] to, int at) {
    forward(count, null);
    objective.probabilities(scores(), scoresAt(), count, to, at);
  }

  /**
   * Does all of an update that lies between the two products, and leaves this member's steps where
   * the outputs of its first layer stood: zeros where the optimizer has changed all weights itself.
   *
   * @param x the batch, (rows × inputs)
   * @param masks draws the dropout of hidden units
   * @return the sum of the losses of the batch before the update, also added to {@code tally}
   */
  double update(
      Rows x, int rows, int[] labels, double eta, double l2, RandomStream masks, MetricSums tally) {
    forward(rows, masks);
    double factor = (descent == null ? -eta : 1) / rows;
    double loss = objective.lossAndStep(scores(), scoresAt(), rows, labels, factor, tally);
    if (descent == null) {
      descend(rows, -2 * eta * l2);
    } else {
      descend(x, rows, eta, l2);
    }
    return loss;
  }

  /** By plain gradient descent; the steps stand in the place of the scores. */
  private void descend(int rows, double decay) {
    Rows step = scores();
    for (int l = upper.count(); l > 0; l--) {
      Rows below = upper.backward(l, step, rows);
      upper.update(l, rows, step, decay);
      step = below;
    }
    if (upper.count() > 0) {
      copy(step, 0, first.outputs(), column, rows);
    }
    first.decay(column, topology.fanOut(0), decay);
  }

  /** By the optimizer; the gradients stand in the place of the scores. */
  private void descend(Rows x, int rows, double eta, double l2) {
    Rows gradient = scores();
    for (int l = upper.count(); l > 0; l--) {
      Rows below = upper.backward(l, gradient, rows);
      descent.step(l, upper.inputs(l), rows, gradient, eta, l2);
      upper.layer(l).set(0, descent.weights(), l);
      gradient = below;
    }
    if (upper.count() == 0) {
      copy(first.outputs(), column, upper.hidden(), 0, rows);
      gradient = upper.hidden();
    }
    descent.step(0, x, rows, gradient, eta, l2);
    first.set(column, descent.weights(), 0);
    skip(rows);
  }

  /** Makes the next update of the first layer leave this member's columns as they are. */
  void skip(int rows) {
    float[] outputs = first.outputs().values();
    for (int i = 0; i < rows; i++) {
      int from = first.outputs().at(i) + column;
      Arrays.fill(outputs, from, from + topology.fanOut(0), 0f);
    }
    first.decay(column, topology.fanOut(0), 0);
  }

  private Rows scores() {
    return upper.count() == 0 ? first.outputs() : upper.scores();
  }

  private int scoresAt() {
    return upper.count() == 0 ? column : 0;
  }

  /**
   * From the first layer's outputs to the scores.
   *
   * @param masks null where nothing is dropped
   */
  private void forward(int rows, RandomStream masks) {
    if (upper.count() > 0) {
      copy(first.outputs(), column, upper.hidden(), 0, rows);
      upper.forward(rows, masks);
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
