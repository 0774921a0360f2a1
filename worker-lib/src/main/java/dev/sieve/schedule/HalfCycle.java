package dev.sieve.schedule;

import static java.util.Objects.requireNonNull;

import dev.sieve.InvalidValueException;
import dev.sieve.Rule;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Length of half a cycle of the learning rate, n_s: a number of updates, or of epochs, which comes
 * to {@code count · ⌊n / batch⌋} updates for n training images.
 *
 * @param count how many of {@code unit}
 */
public record HalfCycle(int count, Unit unit) implements Serializable {

  /** So many epochs of updates: n training images, in batches. */
  private static final Pattern IN_EPOCHS =
      Pattern.compile("([1-9]\\d{0,5}) ?\\* ?floor\\(n ?/ ?batch\\)");

  /** A number of updates, or {@code 2*floor(n/batch)}, two epochs of them. */
  public static final Format<HalfCycle> FORMAT = new Format<>(HalfCycle::read, HalfCycle::written);

  /** What is counted. */
  public enum Unit {
    UPDATES,
    EPOCHS
  }

  public HalfCycle {
    Rule.AT_LEAST_ONE.require("half-cycle", count);
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

  /** Returns the fewest epochs that hold whole cycles. */
  public long epochsOfWholeCycles(Horizon horizon) {
    long cycle = 2 * updates(horizon);
    BigInteger common =
        BigInteger.valueOf(cycle).gcd(BigInteger.valueOf(horizon.updatesPerEpoch()));
    return cycle / common.longValueExact();
  }

  /** Returns whether a whole cycle ends after {@code step} updates. */
  boolean endsAt(long step, Horizon horizon) {
    return step % (2 * updates(horizon)) == 0;
  }

  /** Returns it as confs have it: {@code 900}, {@code 2*floor(n/batch)}. */
  public String text() {
    return unit == Unit.UPDATES ? String.valueOf(count) : count + "*floor(n/batch)";
  }

  private static HalfCycle read(Object plain) {
    Matcher epochs = IN_EPOCHS.matcher(String.valueOf(plain));
    if (epochs.matches()) {
      return ofEpochs(Integer.parseInt(epochs.group(1)));
    }
    try {
      return ofUpdates(Formats.INTEGER.read(plain));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "", "must be a number of updates >= 1, or \"2*floor(n/batch)\"", plain);
    }
  }

  private static Object written(HalfCycle halfCycle) {
    return halfCycle.unit == Unit.UPDATES ? (Object) halfCycle.count : halfCycle.text();
  }
}
