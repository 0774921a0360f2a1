package dev.sieve.trial;

import java.io.Serializable;

/**
 * What was measured on one set of images.
 *
 * @param loss mean loss by the objective, without penalty and label smoothing: of a cross-entropy
 *     in nats per image
 * @param cost loss + λ ΣW²
 * @param accuracy share of images whose class has the highest score, in [0, 1]
 * @param byClass null unless it was asked for
 */
public record Metrics(double loss, double cost, double accuracy, ByClass byClass)
    implements Serializable {

  /** Over all images alike. */
  public Metrics(double loss, double cost, double accuracy) {
    this(loss, cost, accuracy, null);
  }
}
