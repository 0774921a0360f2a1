package dev.sieve.net;

import dev.sieve.kernel.Rows;

/** An {@link ImageObjective} over a batch: one pass for the losses, another for the gradient. */
record ImageByImage(ImageObjective objective, int classes) implements ObjectiveKernel {

  @Override
  public double loss(Rows scores, int column, int count, int[] labels, MetricSums sums) {
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int at = scores.at(i) + column;
      lossSum += objective.loss(scores.values(), at, classes, labels[i]);
      correct += best(scores.values(), at) == labels[i] ? 1 : 0;
    }
    sums.add(lossSum, correct, count);
    return lossSum;
  }

  /** Returns the class with the highest score of one image; the first of equals. */
  private int best(float[] scores, int at) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = scores[at + c] > scores[at + best] ? c : best;
    }
    return best;
  }

  @Override
  public double lossAndStep(
      Rows scores, int column, int rows, int[] labels, double factor, MetricSums sums) {
    double lossSum = loss(scores, column, rows, labels, sums);
    for (int i = 0; i < rows; i++) {
      int at = scores.at(i) + column;
      objective.gradient(scores.values(), at, classes, labels[i]);
      for (int c = at; c < at + classes; c++) {
        scores.values()[c] *= (float) factor;
      }
    }
    return lossSum;
  }

  @Override
  public void probabilities(Rows scores, int column, int count, float[] to, int at) {
    for (int i = 0; i < count; i++) {
      int from = scores.at(i) + column;
      objective.probabilities(scores.values(), from, classes, to, at + i * classes);
    }
  }
}
