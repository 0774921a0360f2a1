package dev.sieve.net;

/**
 * Softmax with cross-entropy. Scores are (rows × classes), column-major: one column a class.
 * Nothing here allocates.
 */
final class Softmax {
  private Softmax() {}

  /**
   * Returns the sum over the first {@code count} rows of −log p_y, in nats, by the shifted form
   * that no score can overflow; adds what it finds to {@code tally}. Reads the scores.
   */
  static double loss(
      float[] scores, int at, int rows, int count, int classes, int[] labels, Tally tally) {
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int best = best(scores, at + i, rows, classes);
      double max = scores[at + i + best * rows];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(scores[at + i + c * rows] - max);
      }
      lossSum += Math.log(sum) + max - scores[at + i + labels[i] * rows];
      correct += best == labels[i] ? 1 : 0;
    }
    tally.add(lossSum, correct, count);
    return lossSum;
  }

  /**
   * Replaces scores by rows × dJ/dscores = P − Y. Returns the sum of losses, and adds to {@code
   * tally}, as {@link #loss} does.
   */
  static double lossAndGradient(
      float[] scores, int at, int rows, int classes, int[] labels, Tally tally) {
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      int best = best(scores, at + i, rows, classes);
      double max = scores[at + i + best * rows];
      double labelScore = scores[at + i + labels[i] * rows];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double e = Math.exp(scores[at + i + c * rows] - max);
        scores[at + i + c * rows] = (float) e;
        sum += e;
      }
      float inverse = (float) (1 / sum);
      for (int c = 0; c < classes; c++) {
        scores[at + i + c * rows] *= inverse;
      }
      scores[at + i + labels[i] * rows] -= 1;
      lossSum += Math.log(sum) + max - labelScore;
      correct += best == labels[i] ? 1 : 0;
    }
    tally.add(lossSum, correct, rows);
    return lossSum;
  }

  /** Writes the probabilities of the first {@code count} rows, row by row. Reads the scores. */
  static void probabilities(
      float[] scores, int at, int rows, int count, int classes, float[] to, int toAt) {
    for (int i = 0; i < count; i++) {
      double max = scores[at + i + best(scores, at + i, rows, classes) * rows];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(scores[at + i + c * rows] - max);
      }
      for (int c = 0; c < classes; c++) {
        to[toAt + i * classes + c] = (float) (Math.exp(scores[at + i + c * rows] - max) / sum);
      }
    }
  }

  /** Returns the class with the highest score of one row; the first of equals. */
  static int best(float[] scores, int at, int rows, int classes) {
    int best = 0;
    float max = scores[at];
    for (int c = 1; c < classes; c++) {
      float score = scores[at + c * rows];
      if (score > max) {
        max = score;
        best = c;
      }
    }
    return best;
  }
}
