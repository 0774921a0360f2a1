package dev.sieve.net.check;

import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Objective;
import dev.sieve.net.SigmoidCrossEntropy;
import java.util.Arrays;

/**
 * A second implementation of the objectives, in double precision, straight from their definitions:
 * the loss of one image, against the smoothed target, whose gradient training follows.
 */
final class ReferenceObjective {
  private final Objective objective;

  ReferenceObjective(Objective objective) {
    this.objective = objective;
  }

  double loss(double[] scores, int label) {
    double loss = 0;
    for (int c = 0; c < scores.length; c++) {
      loss += term(scores, c, label);
    }
    return objective instanceof SigmoidCrossEntropy ? loss / scores.length : loss;
  }

  /** Returns the share that class {@code c} has in the loss. */
  private double term(double[] scores, int c, int label) {
    if (objective instanceof MulticlassHinge) {
      return c == label ? 0 : Math.max(0, scores[c] - scores[label] + 1);
    }
    if (objective instanceof SigmoidCrossEntropy) {
      return minusLogSigmoid(c == label ? scores[c] : -scores[c]);
    }
    return -target(c, label, scores.length) * logSoftmax(scores, c);
  }

  /** Returns the gradient of the loss by the scores. */
  double[] gradient(double[] scores, int label) {
    double[] gradient = new double[scores.length];
    for (int c = 0; c < scores.length; c++) {
      if (objective instanceof MulticlassHinge) {
        boolean violated = c != label && scores[c] - scores[label] + 1 > 0;
        gradient[c] += violated ? 1 : 0;
        gradient[label] -= violated ? 1 : 0;
      } else if (objective instanceof SigmoidCrossEntropy) {
        gradient[c] = (sigmoid(scores[c]) - (c == label ? 1 : 0)) / scores.length;
      } else {
        gradient[c] = softmax(scores)[c] - target(c, label, scores.length);
      }
    }
    return gradient;
  }

  private double target(int c, int label, int classes) {
    double epsilon = objective.labelSmoothing();
    return epsilon / classes + (c == label ? 1 - epsilon : 0);
  }

  /** Returns log(1 + e^−s): finite where the sigmoid itself is rounded to 0. */
  private static double minusLogSigmoid(double score) {
    return Math.max(0, -score) + Math.log1p(Math.exp(-Math.abs(score)));
  }

  /** Returns the logarithm of class {@code c}'s share: finite where the share is rounded to 0. */
  private static double logSoftmax(double[] scores, int c) {
    double max = Arrays.stream(scores).max().orElseThrow();
    double sum = Arrays.stream(scores).map(score -> Math.exp(score - max)).sum();
    return scores[c] - max - Math.log(sum);
  }

  private static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  private static double[] softmax(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double[] p = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      p[c] = Math.exp(scores[c] - max);
      sum += p[c];
    }
    for (int c = 0; c < scores.length; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
