package dev.sieve.space;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Values of some axes, each of its axis's type. Immutable. Compact, since a search may hold those
 * of a million candidates.
 */
public final class AxisValues implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** Of no axis. */
  public static final AxisValues NONE = new AxisValues(new Object[0]);

  private final Object[] values; // by coordinate; null where there is none

  private AxisValues(Object[] values) {
    this.values = values;
  }

  /** Returns these values, and {@code value} of {@code axis}; null for none. */
  public <T> AxisValues with(Axis<T> axis, T value) {
    int length = Math.max(values.length, axis.coordinate() + 1);
    Object[] all = Arrays.copyOf(values, length);
    all[axis.coordinate()] = value;
    return new AxisValues(all);
  }

  /**
   * Returns the value of {@code axis}; null where there is none. Of two axes that share a
   * coordinate, only the one that applies may be asked for.
   */
  @SuppressWarnings("unchecked") // only with() puts values there
  public <T> T get(Axis<T> axis) {
    return axis.coordinate() < values.length ? (T) values[axis.coordinate()] : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AxisValues others && Arrays.equals(values, others.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
