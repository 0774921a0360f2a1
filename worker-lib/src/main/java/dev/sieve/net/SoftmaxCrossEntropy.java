package dev.sieve.net;

import static dev.sieve.Checks.require;

/**
 * −log p_y, p the softmax of the scores: the likelihood of one of K classes.
 *
 * @param labelSmoothing ε: the target of the right class is 1 − ε + ε/K, that of the others ε/K.
 *     Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception Architecture for
 *     Computer Vision", CVPR 2016, section 7
 */
public record SoftmaxCrossEntropy(double labelSmoothing) implements Objective {
  /** Without label smoothing. */
  public static final SoftmaxCrossEntropy PLAIN = new SoftmaxCrossEntropy(0);

  public SoftmaxCrossEntropy {
    require(
        0 <= labelSmoothing && labelSmoothing < 1,
        "label-smoothing",
        "must be in [0, 1)",
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
}
