package dev.sieve.net;

import dev.sieve.kernel.Rows;

/**
 * An objective over a batch. Scores are (rows × classes), from column {@code column} on. Owns the
 * memory that it needs; nothing here allocates.
 */
public interface ObjectiveKernel {

  /**
   * Returns the kernel of {@code objective}.
   *
   * @param rows most images of a batch
   */
  static ObjectiveKernel of(Objective objective, int rows, int classes) {
    return objective instanceof ImageObjective ofAnImage
        ? new ImageByImage(ofAnImage, classes)
        : new Softmax(objective.labelSmoothing(), rows, classes);
  }

  /**
   * Returns the sum of the losses of the first {@code count} rows; adds it, and the number of
   * images classified correctly, to {@code sums}. Reads the scores.
   */
  double loss(Rows scores, int column, int count, int[] labels, MetricSums sums);

  /**
   * Replaces scores by {@code factor} times the gradient of the sum of losses. Returns that sum,
   * and adds to {@code sums}, as {@link #loss} does.
   */
  double lossAndStep(
      Rows scores, int column, int rows, int[] labels, double factor, MetricSums sums);

  /** Writes the probabilities of the first {@code count} rows, row by row. Reads the scores. */
  void probabilities(Rows scores, int column, int count, float[] to, int at);
}
