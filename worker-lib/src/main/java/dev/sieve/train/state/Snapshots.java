package dev.sieve.train.state;

import dev.sieve.trial.Metrics;
import java.io.Serializable;

/**
 * An ensemble: the sums of the class probabilities that several networks give to a set of images.
 * Its networks are snapshots of one training, or repeats of it. Serializable, so that checkpoints
 * can hold it. Confined to one thread.
 */
public final class Snapshots implements Serializable {
  private static final long serialVersionUID = 1;

  private final int classes;
  private final double[] sums;
  private int networks;

  /** An ensemble of no network yet. */
  public Snapshots(int images, int classes) {
    this.classes = classes;
    this.sums = new double[Math.multiplyExact(images, classes)];
  }

  /** Adds the class probabilities of one network, image by image. */
  public void add(float[] probabilities) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += probabilities[i];
    }
    networks++;
  }

  /** Returns the number of networks. */
  public int networks() {
    return networks;
  }

  /** Returns loss and accuracy of the mean probabilities; the first of equal classes counts. */
  public Metrics metrics(int[] labels) {
    double loss = 0;
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      int from = i * classes;
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = sums[from + c] > sums[from + best] ? c : best;
      }
      loss -= Math.log(sums[from + labels[i]] / networks);
      correct += best == labels[i] ? 1 : 0;
    }
    double mean = loss / labels.length;
    return new Metrics(mean, mean, (double) correct / labels.length);
  }
}
