package dev.sieve.space;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Length of half a cycle of the learning rate, n_s: a number of updates, or of epochs, which comes
 * to {@code count · ⌊n / batch⌋} updates for n training images.
 *
 * @param count how many of {@code unit}
 */
public record HalfCycle(int count, Unit unit) implements Serializable {

  /** What is counted. */
  public enum Unit {
    UPDATES,
    EPOCHS
  }

  public HalfCycle {
    check(count >= 1, "half-cycle must be >= 1, but was %d", count);
    requireNonNull(unit, "unit is null");
  }

  public static HalfCycle ofUpdates(int updates) {
    return new HalfCycle(updates, Unit.UPDATES);
  }

  public static HalfCycle ofEpochs(int epochs) {
    return new HalfCycle(epochs, Unit.EPOCHS);
  }

  /** Returns the updates that it comes to. */
  public long updates(Horizon horizon) {
    return unit == Unit.UPDATES ? count : (long) count * horizon.updatesPerEpoch();
  }

  /** Returns it as confs have it: {@code 900}, {@code 2*floor(n/batch)}. */
  public String text() {
    return unit == Unit.UPDATES ? String.valueOf(count) : count + "*floor(n/batch)";
  }
}
