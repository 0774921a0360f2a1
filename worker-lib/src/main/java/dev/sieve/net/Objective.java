package dev.sieve.net;

import java.io.Serializable;

/**
 * What training minimizes, without penalty: a loss of each image as a function of its class scores.
 * The loss that is measured is that of the unsmoothed target, so that networks can be compared.
 */
public sealed interface Objective extends Serializable permits SoftmaxCrossEntropy, ImageObjective {

  /** Returns the name by which conf files and tables know the objective. */
  String text();

  /** Returns ε, the share of the target that is spread evenly over all classes. */
  default double labelSmoothing() {
    return 0;
  }

  /**
   * Returns this objective with label smoothing ε.
   *
   * @throws IllegalArgumentException where it is not in [0, 1), or the objective knows none
   */
  Objective smoothed(double epsilon);
}
