package dev.sieve.net.pack;

import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Network;
import dev.sieve.net.ObjectiveKernel;
import dev.sieve.net.Optimizer;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * One network of a pack: everything but the two large products, which the pack's first layer
 * computes for all members at once. Owns its upper layers and the memory that an update needs.
 *
 * <p>The step by some activations is −η times the gradient of the batch's mean loss by them. The
 * factor enters at the scores, the smallest matrix, and backpropagation passes it on to all layers.
 */
final class PackMember {
  private final Topology topology;
  private final Layer first;
  private final int column;
  private final UpperLayers upper;
  private final ObjectiveKernel objective;
  private final OptimizerStep optimizer; // null for plain gradient descent

  /**
   * @param first the first layers of all members
   * @param column first column of this member there
   * @param rows most images of a product
   */
  PackMember(Products products, Network network, Layer first, int column, int rows) {
    this.topology = network.topology();
    this.first = first;
    this.column = column;
    this.upper = new UpperLayers(products, network, rows);
    this.objective = ObjectiveKernel.of(network.objective(), rows, topology.classes());
    this.optimizer =
        network.optimizer() instanceof Optimizer.Sgd
            ? null
            : new OptimizerStep(products, network.optimizer(), topology);
    if (upper.count() > 0) {
      first.rectify(column, topology.fanOut(0));
    }
  }

  Topology topology() {
    return topology;
  }

  /** Returns the first column of this member in the first layer. */
  int column() {
    return column;
  }

  /** Copies {@code from} into this member and its columns of the first layer. */
  void set(Weights from) {
    first.set(column, from, 0);
    upper.set(from);
    if (optimizer != null) {
      optimizer.set(from);
    }
  }

  /** Returns a copy of the weights, this member's columns of the first layer among them. */
  Weights copy() {
    Weights copy = new Weights(topology);
    first.get(column, copy, 0);
    upper.get(copy);
    return copy;
  }

  /** Returns the state of this member. */
  NetworkState state() {
    return new NetworkState(copy(), optimizer == null ? List.of() : optimizer.memory());
  }

  /** Goes on from {@code state}, whose objects it keeps. */
  void restore(NetworkState state) {
    set(state.weights());
    if (optimizer != null) {
      optimizer.remember(state.memory());
    }
  }

  /** Returns ΣW² over all layers. */
  double sumOfSquares() {
    return first.w().sumOfSquares(column, topology.fanOut(0)) + upper.sumOfSquares();
  }

  /**
   * Adds the losses of the first {@code count} images to {@code sums}.
   *
   * @param byClass whether classes are counted, too
   */
  void evaluate(int count, int[] labels, boolean byClass, MetricSums sums) {
    forward(count, null);
    objective.loss(scores(), scoresAt(), count, labels, sums);
    if (byClass) {
      sums.byClass(topology.classes()).add(scores(), scoresAt(), count, labels);
    }
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
   * Does everything in an update that lies between the two products. Replaces the outputs of this
   * member's first layer by their steps; by zeros if the optimizer has changed all weights itself.
   *
   * @param x the batch, (rows × inputs)
   * @param masks draws the dropout of hidden units
   * @return the sum of the losses of the batch before the update, also added to {@code sums}
   */
  double update(
      Rows x, int rows, int[] labels, double eta, double l2, RandomStream masks, MetricSums sums) {
    forward(rows, masks);
    double factor = (optimizer == null ? -eta : 1) / rows;
    double loss = objective.lossAndStep(scores(), scoresAt(), rows, labels, factor, sums);
    if (optimizer == null) {
      descend(rows, -2 * eta * l2);
    } else {
      optimize(x, rows, eta, l2);
    }
    return loss;
  }

  /** Takes a step of plain gradient descent; the scores have been replaced by their steps. */
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

  /** Takes a step of the optimizer; the scores have been replaced by their gradients. */
  private void optimize(Rows x, int rows, double eta, double l2) {
    Rows gradient = scores();
    for (int l = upper.count(); l > 0; l--) {
      Rows below = upper.backward(l, gradient, rows);
      optimizer.step(l, upper.inputs(l), rows, gradient, eta, l2);
      upper.layer(l).set(0, optimizer.weights(), l);
      gradient = below;
    }
    if (upper.count() == 0) {
      copy(first.outputs(), column, upper.hidden(), 0, rows);
      gradient = upper.hidden();
    }
    optimizer.step(0, x, rows, gradient, eta, l2);
    first.set(column, optimizer.weights(), 0);
    skip(rows);
  }

  /** Makes the next update of the first layer leave the columns of this member unchanged. */
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
