package dev.sieve.schedule;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * How long a training is: what a learning rate that is told in epochs depends on.
 *
 * @param updatesPerEpoch updates in one pass over the training images
 * @param epochs passes
 */
public record Horizon(int updatesPerEpoch, int epochs) implements Serializable {
  public Horizon {
    check(updatesPerEpoch >= 1, "updates per epoch must be >= 1, but were %d", updatesPerEpoch);
    check(epochs >= 1, "epochs must be >= 1, but were %d", epochs);
  }

  /**
   * Returns that of {@code epochs} passes over {@code images}; a last, smaller batch is left out.
   */
  public static Horizon of(int images, int batchSize, int epochs) {
    return new Horizon(images / batchSize, epochs);
  }

  /** Returns the updates of the whole training. */
  public long updates() {
    return (long) updatesPerEpoch * epochs;
  }
}
