package dev.sieve.net;

import java.io.Serializable;

/** Sums over images, from which loss and accuracy are computed. Confined to one thread. */
public final class MetricSums implements Serializable {
  private static final long serialVersionUID = 1;

  private double loss;
  private long correct;
  private long images;

  /**
   * Adds a batch: the sum of its losses, in nats, and the number of correctly classified images.
   */
  public void add(double lossSum, int correctImages, int count) {
    loss += lossSum;
    correct += correctImages;
    images += count;
  }

  /** Sets all sums to zero. */
  public void clear() {
    loss = 0;
    correct = 0;
    images = 0;
  }

  /** Returns the number of images. */
  public long images() {
    return images;
  }

  /** Returns the mean loss in nats per image; NaN without images. */
  public double loss() {
    return loss / images;
  }

  /** Returns the share of images that were classified correctly; NaN without images. */
  public double accuracy() {
    return (double) correct / images;
  }
}
