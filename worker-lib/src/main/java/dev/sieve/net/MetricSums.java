package dev.sieve.net;

import java.io.Serializable;

/**
 * Sums over images, from which loss, accuracy and, where these are counted, what each class has are
 * computed. Confined to one thread.
 */
public final class MetricSums implements Serializable {
  private static final long serialVersionUID = 1;

  private double loss;
  private long correct;
  private long images;
  private ClassCounts byClass; // null where classes are not counted

  /**
   * Adds a batch: the sum of its losses, in nats, and the number of correctly classified images.
   */
  public void add(double lossSum, int correctImages, int count) {
    loss += lossSum;
    correct += correctImages;
    images += count;
  }

  /** Returns the counts of {@code classes} classes, which are begun here if there are none. */
  public ClassCounts byClass(int classes) {
    byClass = byClass == null ? new ClassCounts(classes) : byClass;
    return byClass;
  }

  /** Returns the counts of classes; null where they are not counted. */
  public ClassCounts byClass() {
    return byClass;
  }

  /** Sets all sums to zero. */
  public void clear() {
    loss = 0;
    correct = 0;
    images = 0;
    byClass = null;
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
