package dev.sieve.net;

import dev.sieve.kernel.Rows;
import java.io.Serializable;

/** How many images each class has, is predicted for, and is right for. Confined to one thread. */
public final class ClassCounts implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] images;
  private final long[] predicted;
  private final long[] right;

  ClassCounts(int classes) {
    this.images = new long[classes];
    this.predicted = new long[classes];
    this.right = new long[classes];
  }

  /**
   * Adds the first {@code count} images. The first class of the highest score is predicted.
   *
   * @param scores (rows × classes), from column {@code column} on; read
   */
  public void add(Rows scores, int column, int count, int[] labels) {
    for (int i = 0; i < count; i++) {
      int best = best(scores.values(), scores.at(i) + column);
      images[labels[i]]++;
      predicted[best]++;
      right[best] += best == labels[i] ? 1 : 0;
    }
  }

  private int best(float[] scores, int at) {
    int best = 0;
    for (int c = 1; c < images.length; c++) {
      best = scores[at + c] > scores[at + best] ? c : best;
    }
    return best;
  }

  /** Returns the mean over the classes that have images of the share that is right. */
  public double balancedAccuracy() {
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < images.length; c++) {
      if (images[c] > 0) {
        sum += (double) right[c] / images[c];
        classes++;
      }
    }
    return sum / classes;
  }

  /** Returns the mean of F1 over the classes that have images or are predicted. */
  public double macroF1() {
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < images.length; c++) {
      if (images[c] + predicted[c] > 0) {
        sum += 2.0 * right[c] / (images[c] + predicted[c]);
        classes++;
      }
    }
    return sum / classes;
  }
}
