package dev.sieve.net;

/**
 * An objective that is computed image by image. The score of class c stands at {@code scores[at +
 * c]}. No method here allocates.
 */
sealed interface ImageObjective extends Objective permits MulticlassHinge, SigmoidCrossEntropy {

  /** Returns the loss of one image, in nats where it is an entropy. Reads the scores. */
  double loss(float[] scores, int at, int classes, int label);

  /** Replaces the scores of one image by the gradient of its loss by them. */
  void gradient(float[] scores, int at, int classes, int label);

  /** Writes the probability of each class from {@code toAt} on. Reads the scores. */
  void probabilities(float[] scores, int at, int classes, float[] to, int toAt);
}
