package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import dev.sieve.train.TrainingContext;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param trial time that a trial may take, its share of a pack's; {@link #NONE} for any
 * @param search time that one run of the command may take; {@link #NONE} for any
 */
public record Limits(Duration trial, Duration search) {
  /** No limit. */
  public static final Duration NONE = TrainingContext.UNLIMITED;

  public Limits {
    checkTime(trial);
    checkTime(search);
  }

  static void checkTime(Duration time) {
    check(time.compareTo(Duration.ZERO) > 0, "must be more than no time, but was %s", time);
  }
}
