package dev.sieve.net;

import dev.sieve.kernel.Rows;

/**
 * An objective over a batch. Scores are (rows × classes), from column {@code column} on. Nothing
 * here allocates.
 */
final class ObjectiveKernel {
  private ObjectiveKernel() {}

  /**
   * Returns the sum of the losses of the first {@code count} rows; adds it, and how many are right,
   * to {@code tally}. Reads the scores.
   */
  static double loss(
      Objective objective,
      Rows scores,
      int column,
      int count,
      int classes,
      int[] labels,
      Tally tally) {
    if (objective.equals(SoftmaxCrossEntropy.PLAIN)) {
      return Softmax.loss(scores, column, count, classes, labels, tally);
    }
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int at = scores.at(i) + column;
      lossSum += objective.loss(scores.values(), at, classes, labels[i]);
      correct += best(scores.values(), at, classes) == labels[i] ? 1 : 0;
    }
    tally.add(lossSum, correct, count);
    return lossSum;
  }

  /**
   * Replaces scores by {@code factor} times the gradient of the sum of losses. Returns that sum,
   * and adds to {@code tally}, as {@link #loss} does.
   */
  static double lossAndStep(
      Objective objective,
      Rows scores,
      int column,
      int rows,
      int classes,
      int[] labels,
      double factor,
      Tally tally) {
    if (objective.equals(SoftmaxCrossEntropy.PLAIN)) {
      return Softmax.lossAndStep(scores, column, rows, classes, labels, factor, tally);
    }
    double lossSum = loss(objective, scores, column, rows, classes, labels, tally);
    for (int i = 0; i < rows; i++) {
      int at = scores.at(i) + column;
      objective.gradient(scores.values(), at, classes, labels[i]);
      for (int c = at; c < at + classes; c++) {
        scores.values()[c] *= (float) factor;
      }
    }
    return lossSum;
  }

  /** Writes the probabilities of the first {@code count} rows, row by row. Reads the scores. */
  static void probabilities(
      Objective objective, Rows scores, int column, int count, int classes, float[] to, int toAt) {
    for (int i = 0; i < count; i++) {
      int at = scores.at(i) + column;
      objective.probabilities(scores.values(), at, classes, to, toAt + i * classes);
    }
  }

  /** Returns the class with the highest score of one image; the first of equals. */
  static int best(float[] scores, int at, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = scores[at + c] > scores[at + best] ? c : best;
    }
    return best;
  }
}
