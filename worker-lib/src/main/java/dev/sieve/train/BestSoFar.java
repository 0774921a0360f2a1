package dev.sieve.train;

import dev.sieve.net.Weights;
import dev.sieve.trial.EarlyStopping;
import java.io.Serializable;
import java.util.function.Supplier;

/**
 * The network of a trial's best measurement, where trials may stop early, and how many measurements
 * in a row were no better. Serializable, to be saved in the middle of a training. Confined to one
 * thread.
 */
final class BestSoFar implements Serializable {
  private static final long serialVersionUID = 1;

  private Weights network;
  private double accuracy;
  private int waited;

  /**
   * Hears of a measurement, and keeps {@code now} if it is the best one so far.
   *
   * @return whether the trial has waited long enough
   */
  boolean waitedEnough(EarlyStopping rule, double validationAccuracy, Supplier<Weights> now) {
    if (network == null || validationAccuracy > accuracy + rule.minImprovement()) {
      network = now.get();
      accuracy = validationAccuracy;
      waited = 0;
    } else {
      waited++;
    }
    return waited >= rule.patience();
  }

  /** Returns the network of the best measurement; null before the first. */
  Weights network() {
    return network;
  }
}
