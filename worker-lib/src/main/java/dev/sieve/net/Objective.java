package dev.sieve.net;

import java.io.Serializable;

/**
 * What training minimizes, without penalty: a loss of each image as a function of its class scores.
 * The score of class c stands at {@code scores[at + c]}. No method here allocates.
 */
public sealed interface Objective extends Serializable
    permits SoftmaxCrossEntropy, MulticlassHinge, SigmoidCrossEntropy {

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

  /**
   * Returns the loss of one image, in nats where it is an entropy. Of the unsmoothed target, so
   * that networks can be compared. Reads the scores.
   */
  double loss(float[] scores, int at, int classes, int label);

  /** Replaces the scores of one image by the gradient of its loss by them. */
  void gradient(float[] scores, int at, int classes, int label);

  /** Writes the probability of each class from {@code toAt} on. Reads the scores. */
  void probabilities(float[] scores, int at, int classes, float[] to, int toAt);
}
