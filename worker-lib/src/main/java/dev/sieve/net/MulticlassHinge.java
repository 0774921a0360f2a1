package dev.sieve.net;

import static dev.sieve.Checks.require;

/**
 * Σ over the wrong classes c of max(0, s_c − s_y + 1): the linear support vector machine of several
 * classes. Weston and Watkins, "Support Vector Machines for Multi-Class Pattern Recognition", ESANN
 * 1999. It has no probabilities; the softmax of its scores takes their place.
 */
public record MulticlassHinge() implements ImageObjective {

  @Override
  public String text() {
    return "svm";
  }

  @Override
  public Objective smoothed(double epsilon) {
    require(epsilon == 0, "label-smoothing", "must be 0 with svm", epsilon);
    return this;
  }

  @Override
  public double loss(float[] scores, int at, int classes, int label) {
    double right = scores[at + label];
    double loss = 0;
    for (int c = 0; c < classes; c++) {
      loss += c == label ? 0 : Math.max(0, scores[at + c] - right + 1);
    }
    return loss;
  }

  @Override
  public void gradient(float[] scores, int at, int classes, int label) {
    double right = scores[at + label];
    int violations = 0;
    for (int c = 0; c < classes; c++) {
      int violated = c != label && scores[at + c] - right + 1 > 0 ? 1 : 0;
      scores[at + c] = violated;
      violations += violated;
    }
    scores[at + label] = -violations;
  }

  @Override
  public void probabilities(float[] scores, int at, int classes, float[] to, int toAt) {
    Softmax.ofAnImage(scores, at, classes, to, toAt);
  }
}
