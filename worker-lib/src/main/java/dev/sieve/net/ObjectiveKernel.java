package dev.sieve.net;

/**
 * An objective over a batch. Scores are (rows × classes), column-major, from {@code at} on: one
 * column a class. Nothing here allocates.
 */
final class ObjectiveKernel {
  private ObjectiveKernel() {}

  /**
   * Returns the sum of the losses of the first {@code count} rows; adds it, and how many are right,
   * to {@code tally}. Reads the scores.
   */
  static double loss(
      Objective objective,
      float[] scores,
      int at,
      int rows,
      int count,
      int classes,
      int[] labels,
      Tally tally) {
    if (objective.equals(SoftmaxCrossEntropy.PLAIN)) {
      return Softmax.loss(scores, at, rows, count, classes, labels, tally);
    }
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      lossSum += objective.loss(scores, at + i, rows, classes, labels[i]);
      correct += best(scores, at + i, rows, classes) == labels[i] ? 1 : 0;
    }
    tally.add(lossSum, correct, count);
    return lossSum;
  }

  /**
   * Replaces scores by rows times the gradient of the mean loss. Returns the sum of losses, and
   * adds to {@code tally}, as {@link #loss} does.
   */
  static double lossAndGradient(
      Objective objective,
      float[] scores,
      int at,
      int rows,
      int classes,
      int[] labels,
      Tally tally) {
    if (objective.equals(SoftmaxCrossEntropy.PLAIN)) {
      return Softmax.lossAndGradient(scores, at, rows, classes, labels, tally);
    }
    double lossSum = loss(objective, scores, at, rows, rows, classes, labels, tally);
    for (int i = 0; i < rows; i++) {
      objective.gradient(scores, at + i, rows, classes, labels[i]);
    }
    return lossSum;
  }

  /** Writes the probabilities of the first {@code count} rows, row by row. Reads the scores. */
  static void probabilities(
      Objective objective,
      float[] scores,
      int at,
      int rows,
      int count,
      int classes,
      float[] to,
      int toAt) {
    for (int i = 0; i < count; i++) {
      objective.probabilities(scores, at + i, rows, classes, to, toAt + i * classes);
    }
  }

  /** Returns the class with the highest score of one image; the first of equals. */
  static int best(float[] scores, int at, int stride, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = scores[at + c * stride] > scores[at + best * stride] ? c : best;
    }
    return best;
  }
}
