package dev.sieve.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Losses and gradients worked out by hand. */
class ObjectiveTest {
  private static final float[] SCORES = {1, 2, 0.5f};
  private static final int CLASSES = 3;

  private static double loss(Objective objective, int label) {
    return objective.loss(SCORES, 0, CLASSES, label);
  }

  private static double[] gradient(Objective objective, int label) {
    float[] scores = SCORES.clone();
    objective.gradient(scores, 0, CLASSES, label);
    return new double[] {scores[0], scores[1], scores[2]};
  }

  @Test
  void svm_sumsTheViolatedMargins() {
    Objective svm = new MulticlassHinge();
    assertEquals(2 + 0.5, loss(svm, 0), 1e-6);
    assertArrayEquals(new double[] {-2, 1, 1}, gradient(svm, 0), 0);
    assertEquals(0, loss(svm, 1), 1e-6);
    assertArrayEquals(new double[] {0, 0, 0}, gradient(svm, 1), 0);
  }

  @Test
  void sigmoid_isTheMeanOfBinaryEntropies() {
    Objective sigmoid = new SigmoidCrossEntropy();
    double expected =
        Math.log1p(Math.exp(1)) + Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(0.5));
    assertEquals(expected / 3, loss(sigmoid, 1), 1e-6);
    double[] p = {1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(-0.5))};
    assertArrayEquals(
        new double[] {p[0] / 3, (p[1] - 1) / 3, p[2] / 3}, gradient(sigmoid, 1), 1e-6);
  }

  @Test
  void labelSmoothing_changesTheGradient_notTheLoss() {
    Objective smoothed = SoftmaxCrossEntropy.PLAIN.smoothed(0.3);
    assertEquals(loss(SoftmaxCrossEntropy.PLAIN, 2), loss(smoothed, 2));
    double[] plain = gradient(SoftmaxCrossEntropy.PLAIN, 2);
    double[] expected = {plain[0] - 0.1, plain[1] - 0.1, plain[2] + 0.2};
    assertArrayEquals(expected, gradient(smoothed, 2), 1e-6);
  }

  @Test
  void hugeScores_overflowNothing() {
    float[] huge = {1000, -1000};
    assertEquals(2000, SoftmaxCrossEntropy.PLAIN.loss(huge, 0, 2, 1), 1e-9);
    assertEquals(1000, new SigmoidCrossEntropy().loss(huge, 0, 2, 1), 1e-9);
  }

  @Test
  void labelSmoothing_isForSoftmaxAlone() {
    assertEquals(
        "label-smoothing must be 0 with svm, but was 0.1",
        assertThrows(IllegalArgumentException.class, () -> new MulticlassHinge().smoothed(0.1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new SigmoidCrossEntropy().smoothed(0.1));
    assertThrows(IllegalArgumentException.class, () -> new SoftmaxCrossEntropy(1));
  }
}
