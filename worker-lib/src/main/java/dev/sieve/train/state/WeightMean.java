package dev.sieve.train.state;

import dev.sieve.net.Weights;
import java.io.Serializable;

/**
 * The mean of several networks of one trial, weight by weight. Serializable, so that checkpoints
 * can hold it. Confined to one thread.
 */
public final class WeightMean implements Serializable {
  private static final long serialVersionUID = 1;

  private Weights mean;
  private int networks;

  /** Adds {@code network}, which may become the mean itself. */
  public void add(Weights network) {
    networks++;
    if (mean == null) {
      mean = network;
      return;
    }
    for (int l = 0; l < mean.topology().layers(); l++) {
      move(mean.w(l), network.w(l));
      move(mean.b(l), network.b(l));
    }
  }

  private void move(float[] to, float[] network) {
    for (int i = 0; i < to.length; i++) {
      to[i] += (network[i] - to[i]) / networks;
    }
  }

  /** Returns the mean; null where no network was added. */
  public Weights mean() {
    return mean;
  }
}
