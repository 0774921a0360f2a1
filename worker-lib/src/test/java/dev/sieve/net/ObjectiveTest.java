package dev.sieve.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import org.junit.jupiter.api.Test;

/** Losses and gradients worked out by hand. */
class ObjectiveTest {
  private static final float[] SCORES = {1, 2, 0.5f};
  private static final int CLASSES = 3;

  private static double loss(Objective objective, int label) {
    return loss(objective, SCORES, label);
  }

  private static double loss(Objective objective, float[] scores, int label) {
    ObjectiveKernel kernel = ObjectiveKernel.of(objective, 1, scores.length);
    return kernel.loss(rows(scores), 0, 1, new int[] {label}, new MetricSums());
  }

  private static double[] gradient(Objective objective, int label) {
    Rows scores = rows(SCORES);
    ObjectiveKernel kernel = ObjectiveKernel.of(objective, 1, CLASSES);
    kernel.lossAndStep(scores, 0, 1, new int[] {label}, 1, new MetricSums());
    float[] s = scores.values();
    return new double[] {s[scores.at(0)], s[scores.at(0) + 1], s[scores.at(0) + 2]};
  }

  private static Rows rows(float[]... scores) {
    Rows rows = new Rows(new SieveEngine().products(), scores.length, scores[0].length);
    for (int i = 0; i < scores.length; i++) {
      System.arraycopy(scores[i], 0, rows.values(), rows.at(i), scores[i].length);
    }
    return rows;
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
    assertEquals(2000, loss(SoftmaxCrossEntropy.PLAIN, huge, 1), 1e-9);
    assertEquals(1000, loss(new SigmoidCrossEntropy(), huge, 1), 1e-9);
  }

  @Test
  void softmax_isTheDefinition_ofEachImageOfABatch() {
    float[][] scores = {{1, 2, 0.5f}, {-3, 0, 7}, {2, 2, 2}, {0, -20, -1e30f}};
    int[] labels = {1, 0, 1, 0};
    Rows rows = rows(scores);
    ObjectiveKernel softmax = ObjectiveKernel.of(SoftmaxCrossEntropy.PLAIN, scores.length, CLASSES);
    float[] probabilities = new float[scores.length * CLASSES];
    softmax.probabilities(rows, 0, scores.length, probabilities, 0);
    MetricSums sums = new MetricSums();
    double loss = softmax.lossAndStep(rows, 0, scores.length, labels, -0.5, sums);
    double expectedLoss = 0;
    for (int i = 0; i < scores.length; i++) {
      double sum = 0;
      for (float score : scores[i]) {
        sum += Math.exp(score);
      }
      expectedLoss += Math.log(sum) - scores[i][labels[i]];
      for (int c = 0; c < CLASSES; c++) {
        double p = Math.exp(scores[i][c]) / sum;
        assertEquals(p, probabilities[i * CLASSES + c], 1e-7);
        double step = -0.5 * (p - (c == labels[i] ? 1 : 0));
        assertEquals(step, rows.values()[rows.at(i) + c], 1e-7);
      }
    }
    assertEquals(expectedLoss, loss, 1e-6);
    assertEquals(loss / scores.length, sums.loss());
    assertEquals(0.5, sums.accuracy(), 0, "the first of equals is the network's answer");
  }

  @Test
  void softmax_ofNaN_isNaN() {
    assertEquals(Double.NaN, loss(SoftmaxCrossEntropy.PLAIN, new float[] {1, Float.NaN, 0}, 0));
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
