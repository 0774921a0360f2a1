package dev.sieve.net;

import static dev.sieve.Checks.check;

/**
 * −log p_y, p the softmax of the scores: the likelihood of one of K classes.
 *
 * @param labelSmoothing ε: the target of the right class is 1 − ε + ε/K, that of the others ε/K.
 *     Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception Architecture for
 *     Computer Vision", CVPR 2016, section 7
 */
public record SoftmaxCrossEntropy(double labelSmoothing) implements Objective {
  /** Without label smoothing: what {@link Softmax} has faster kernels for. */
  public static final SoftmaxCrossEntropy PLAIN = new SoftmaxCrossEntropy(0);

  public SoftmaxCrossEntropy {
    check(
        0 <= labelSmoothing && labelSmoothing < 1,
        "label-smoothing must be in [0, 1), but was %s",
        labelSmoothing);
  }

  @Override
  public String text() {
    return "softmax-cross-entropy";
  }

  @Override
  public Objective smoothed(double epsilon) {
    return new SoftmaxCrossEntropy(epsilon);
  }

  /** By the shifted form that no score can overflow. */
  @Override
  public double loss(float[] scores, int at, int classes, int label) {
    double max = scores[at + ObjectiveKernel.best(scores, at, classes)];
    return Math.log(sum(scores, at, classes, max)) + max - scores[at + label];
  }

  private static double sum(float[] scores, int at, int classes, double max) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.exp(scores[at + c] - max);
    }
    return sum;
  }

  @Override
  public void gradient(float[] scores, int at, int classes, int label) {
    double max = scores[at + ObjectiveKernel.best(scores, at, classes)];
    double sum = sum(scores, at, classes, max);
    for (int c = 0; c < classes; c++) {
      double target = labelSmoothing / classes + (c == label ? 1 - labelSmoothing : 0);
      int index = at + c;
      scores[index] = (float) (Math.exp(scores[index] - max) / sum - target);
    }
  }

  @Override
  public void probabilities(float[] scores, int at, int classes, float[] to, int toAt) {
    double max = scores[at + ObjectiveKernel.best(scores, at, classes)];
    double sum = sum(scores, at, classes, max);
    for (int c = 0; c < classes; c++) {
      to[toAt + c] = (float) (Math.exp(scores[at + c] - max) / sum);
    }
  }
}
