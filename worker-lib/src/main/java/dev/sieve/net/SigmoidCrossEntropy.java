package dev.sieve.net;

import static dev.sieve.Checks.require;

import dev.sieve.kernel.Exponential;

/**
 * The mean of K binary cross-entropies: each class by itself against all others, with p_c = 1 / (1
 * + exp(−s_c)). The probabilities of one image need not sum to 1.
 */
public record SigmoidCrossEntropy() implements ImageObjective {

  @Override
  public String text() {
    return "sigmoid-cross-entropy";
  }

  @Override
  public Objective smoothed(double epsilon) {
    require(epsilon == 0, "label-smoothing", "must be 0 with sigmoid-cross-entropy", epsilon);
    return this;
  }

  @Override
  public double loss(float[] scores, int at, int classes, int label) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      double score = scores[at + c];
      sum += softplus(c == label ? -score : score);
    }
    return sum / classes;
  }

  /** Returns log(1 + exp(z)), without overflow. */
  private static double softplus(double z) {
    return Math.max(0, z) + Math.log1p(Exponential.of(-Math.abs(z)));
  }

  @Override
  public void gradient(float[] scores, int at, int classes, int label) {
    for (int c = 0; c < classes; c++) {
      double target = c == label ? 1 : 0;
      int index = at + c;
      scores[index] = (float) ((sigmoid(scores[index]) - target) / classes);
    }
  }

  private static double sigmoid(double score) {
    double e = Exponential.of(-Math.abs(score));
    return score < 0 ? e / (1 + e) : 1 / (1 + e);
  }

  @Override
  public void probabilities(float[] scores, int at, int classes, float[] to, int toAt) {
    for (int c = 0; c < classes; c++) {
      to[toAt + c] = (float) sigmoid(scores[at + c]);
    }
  }
}
