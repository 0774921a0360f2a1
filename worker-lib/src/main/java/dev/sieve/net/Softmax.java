package dev.sieve.net;

import dev.sieve.kernel.Exponential;
import dev.sieve.kernel.Rows;

/**
 * Softmax with cross-entropy over a batch. Scores are shifted by their maximum, so that none can
 * overflow, and the exponentials of a whole batch are computed together.
 */
final class Softmax implements ObjectiveKernel {
  private final double labelSmoothing;
  private final int classes;
  private final float[] highest; // score of each image
  private final double[] exponentials; // of score − highest score, (rows × classes)
  private final double[] room;

  /**
   * @param labelSmoothing as {@link SoftmaxCrossEntropy} says
   * @param rows most images of a batch
   */
  Softmax(double labelSmoothing, int rows, int classes) {
    this.labelSmoothing = labelSmoothing;
    this.classes = classes;
    this.highest = new float[rows];
    this.exponentials = new double[Math.multiplyExact(rows, classes)];
    this.room = new double[exponentials.length];
  }

  @Override
  public double loss(Rows scores, int column, int count, int[] labels, MetricSums sums) {
    exponentiate(scores, column, count);
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int at = scores.at(i) + column;
      lossSum += Math.log(sum(i)) + highest[i] - (double) scores.values()[at + labels[i]];
      correct += isRight(scores.values(), at, labels[i], highest[i]) ? 1 : 0;
    }
    sums.add(lossSum, correct, count);
    return lossSum;
  }

  @Override
  public double lossAndStep(
      Rows scores, int column, int rows, int[] labels, double factor, MetricSums sums) {
    exponentiate(scores, column, rows);
    float[] s = scores.values();
    float off = (float) (factor * labelSmoothing / classes);
    float on = (float) (factor * (1 - labelSmoothing));
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < rows; i++) {
      int at = scores.at(i) + column;
      double sum = sum(i);
      lossSum += Math.log(sum) + highest[i] - (double) s[at + labels[i]];
      correct += isRight(s, at, labels[i], highest[i]) ? 1 : 0;
      float share = (float) (factor / sum);
      for (int c = 0; c < classes; c++) {
        s[at + c] = (float) exponentials[i * classes + c] * share - off;
      }
      s[at + labels[i]] -= on;
    }
    sums.add(lossSum, correct, rows);
    return lossSum;
  }

  /** Finds the highest score of each image, and the exponential of each score minus the highest. */
  private void exponentiate(Rows scores, int column, int count) {
    float[] s = scores.values();
    for (int i = 0; i < count; i++) {
      int at = scores.at(i) + column;
      highest[i] = highest(s, at, classes);
      double high = highest[i];
      for (int c = 0; c < classes; c++) {
        exponentials[i * classes + c] = s[at + c] - high;
      }
    }
    Exponential.of(exponentials, room, count * classes);
  }

  private double sum(int image) {
    double sum = 0;
    for (int c = image * classes; c < (image + 1) * classes; c++) {
      sum += exponentials[c];
    }
    return sum;
  }

  private static float highest(float[] scores, int at, int classes) {
    float highest = scores[at];
    for (int c = 1; c < classes; c++) {
      highest = Math.max(highest, scores[at + c]);
    }
    return highest;
  }

  /** Returns whether the label's score is the highest one, and the first of equals. */
  private static boolean isRight(float[] scores, int at, int label, float highest) {
    if (scores[at + label] != highest) {
      return false;
    }
    for (int c = 0; c < label; c++) {
      if (scores[at + c] == highest) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void probabilities(Rows scores, int column, int count, float[] to, int at) {
    for (int i = 0; i < count; i++) {
      ofAnImage(scores.values(), scores.at(i) + column, classes, to, at + i * classes);
    }
  }

  /** Writes the softmax of one image's scores from {@code toAt} on. */
  static void ofAnImage(float[] scores, int at, int classes, float[] to, int toAt) {
    double highest = highest(scores, at, classes);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Exponential.of(scores[at + c] - highest);
    }
    for (int c = 0; c < classes; c++) {
      to[toAt + c] = (float) (Exponential.of(scores[at + c] - highest) / sum);
    }
  }
}
