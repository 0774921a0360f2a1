package dev.sieve.train.state;

import dev.sieve.net.Weights;
import dev.sieve.trial.EarlyStopping;
import java.io.Serializable;
import java.util.function.Supplier;

/**
 * The network of a trial's best measurement, where trials may stop early, and the number of
 * measurements since then. Serializable, so that checkpoints can hold it. Confined to one thread.
 */
public final class BestSoFar implements Serializable {
  private static final long serialVersionUID = 1;

  private Weights network;
  private double best;
  private int waited;

  /**
   * Takes note of a measurement, and keeps {@code now} if it is the best so far.
   *
   * @param worth higher is better
   * @return whether the trial has waited long enough for a better one
   */
  boolean waitedEnough(EarlyStopping rule, double worth, Supplier<Weights> now) {
    if (network == null || worth > best + rule.minImprovement()) {
      network = now.get();
      best = worth;
      waited = 0;
    } else {
      waited++;
    }
    return waited >= rule.patience();
  }

  /** Returns the network of the best measurement; null before the first. */
  public Weights network() {
    return network;
  }
}
