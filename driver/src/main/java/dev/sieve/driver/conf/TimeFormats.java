package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.sieve.space.HalfCycle;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How lengths of time are written: in hours or seconds, in updates, in epochs. */
final class TimeFormats {
  private static final String TIME_KEY = "time";
  private static final String EPOCH = "epoch";

  /** So many epochs of updates: n training images, in batches. */
  private static final Pattern EPOCHS =
      Pattern.compile("([1-9]\\d{0,5}) ?\\* ?floor\\(n ?/ ?batch\\)");

  /** A time with its unit, {@code 90 s} or {@code 2 hours}, or the word {@code none}. */
  static final Format<Duration> TIME = new Format<>(TimeFormats::time, TimeFormats::written);

  /** A number of updates, or {@code 2*floor(n/batch)}, two epochs of them. */
  static final Format<HalfCycle> HALF_CYCLE =
      new Format<>(TimeFormats::halfCycle, TimeFormats::written);

  /** Updates between two points of the curve, or the word {@code epoch}, which is 0. */
  static final Format<Integer> INTERVAL =
      new Format<>(TimeFormats::interval, value -> value == 0 ? EPOCH : value);

  private TimeFormats() {}

  private static Duration time(ConfigValue value) {
    if (Formats.NONE.equals(value.unwrapped())) {
      return Limits.NONE;
    }
    try {
      check(value.valueType() == ConfigValueType.STRING, "a time without a unit");
      return value.atKey(TIME_KEY).getDuration(TIME_KEY);
    } catch (ConfigException | IllegalArgumentException e) {
      throw Formats.refused(
          "must be a time with its unit, such as 90 s or 2 hours, or the word none", value);
    }
  }

  private static Object written(Duration time) {
    return time.equals(Limits.NONE) ? Formats.NONE : time.toNanos() + " ns";
  }

  private static HalfCycle halfCycle(ConfigValue value) {
    Matcher epochs = EPOCHS.matcher(String.valueOf(value.unwrapped()));
    if (epochs.matches()) {
      return HalfCycle.ofEpochs(Integer.parseInt(epochs.group(1)));
    }
    try {
      return HalfCycle.ofUpdates(Formats.INTEGER.read(value));
    } catch (IllegalArgumentException e) {
      throw Formats.refused("must be a number of updates >= 1, or \"2*floor(n/batch)\"", value);
    }
  }

  private static Object written(HalfCycle halfCycle) {
    return halfCycle.unit() == HalfCycle.Unit.UPDATES ? halfCycle.count() : halfCycle.text();
  }

  private static int interval(ConfigValue value) {
    if (EPOCH.equals(value.unwrapped())) {
      return 0;
    }
    try {
      int updates = Formats.INTEGER.read(value);
      check(updates >= 1, "too few");
      return updates;
    } catch (IllegalArgumentException e) {
      throw Formats.refused("must be the word epoch, or a number of updates >= 1", value);
    }
  }
}
