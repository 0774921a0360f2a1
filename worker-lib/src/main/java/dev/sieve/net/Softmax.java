package dev.sieve.net;

import dev.sieve.kernel.Rows;

/**
 * Softmax with cross-entropy, without label smoothing: what nearly every search trains, in one pass
 * over the scores, where {@link SoftmaxCrossEntropy} takes a pass for the loss and one for the
 * gradient, and each exponential three times. Scores are (rows × classes), from column {@code
 * column} on. Nothing here allocates.
 */
final class Softmax {
  private Softmax() {}

  /**
   * Returns the sum over the first {@code count} rows of −log p_y, in nats, by the shifted form
   * that no score can overflow; adds what it finds to {@code tally}. Reads the scores.
   */
  static double loss(Rows scores, int column, int count, int classes, int[] labels, Tally tally) {
    float[] s = scores.values();
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int at = scores.at(i) + column;
      int best = ObjectiveKernel.best(s, at, classes);
      double max = s[at + best];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(s[at + c] - max);
      }
      lossSum += Math.log(sum) + max - s[at + labels[i]];
      correct += best == labels[i] ? 1 : 0;
    }
    tally.add(lossSum, correct, count);
    return lossSum;
  }

  /**
   * Replaces scores by {@code factor} × (P − Y), where P − Y is the gradient of the sum of losses
   * by them. Returns that sum, and adds to {@code tally}, as {@link #loss} does.
   */
  static double lossAndStep(
      Rows scores, int column, int rows, int classes, int[] labels, double factor, Tally tally) {
    float[] s = scores.values();
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      int at = scores.at(i) + column;
      int best = ObjectiveKernel.best(s, at, classes);
      double max = s[at + best];
      double labelScore = s[at + labels[i]];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double e = Math.exp(s[at + c] - max);
        s[at + c] = (float) e;
        sum += e;
      }
      float share = (float) (factor / sum);
      for (int c = 0; c < classes; c++) {
        s[at + c] *= share;
      }
      s[at + labels[i]] -= (float) factor;
      lossSum += Math.log(sum) + max - labelScore;
      correct += best == labels[i] ? 1 : 0;
    }
    tally.add(lossSum, correct, rows);
    return lossSum;
  }
}
