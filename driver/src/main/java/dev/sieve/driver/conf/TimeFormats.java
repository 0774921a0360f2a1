package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import dev.sieve.InvalidValueException;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.time.Duration;
import java.util.Optional;

/** How lengths of time and other limits are written: in hours or seconds, in updates, in epochs. */
public final class TimeFormats {
  private static final String NONE = "none";
  private static final String TIME_KEY = "time";
  private static final String EPOCH = "epoch";

  /** A time with its unit, {@code 90 s} or {@code 2 hours}, or the word {@code none}. */
  public static final Format<Duration> TIME = new Format<>(TimeFormats::time, TimeFormats::written);

  /** Updates between two points of the curve, or the word {@code epoch}, which is 0. */
  public static final Format<Integer> INTERVAL =
      new Format<>(TimeFormats::interval, value -> value == 0 ? EPOCH : value);

  private TimeFormats() {}

  /** Returns the format of a limit: a value as {@code format} has it, or the word {@code none}. */
  public static <T> Format<Optional<T>> orNone(Format<T> format) {
    return new Format<>(
        plain -> plain.equals(NONE) ? Optional.empty() : Optional.of(format.read(plain)),
        limit -> limit.map(format::write).orElse(NONE));
  }

  private static Duration time(Object plain) {
    if (plain.equals(NONE)) {
      return Limits.NONE;
    }
    try {
      require(plain instanceof String, "", "must have a unit", plain);
      return ConfigValueFactory.fromAnyRef(plain).atKey(TIME_KEY).getDuration(TIME_KEY);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new InvalidValueException(
          "", "must be a time with its unit, such as 90 s or 2 hours, or the word none", plain);
    }
  }

  private static Object written(Duration time) {
    return time.equals(Limits.NONE) ? NONE : time.toNanos() + " ns";
  }

  private static int interval(Object plain) {
    if (plain.equals(EPOCH)) {
      return 0;
    }
    try {
      int updates = Formats.INTEGER.read(plain);
      require(updates >= 1, "", "must be >= 1", plain);
      return updates;
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "", "must be the word epoch, or a number of updates >= 1", plain);
    }
  }
}
