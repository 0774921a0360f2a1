package dev.sieve.driver.conf;

import dev.sieve.Rule;
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

  /** Of any length of time. */
  public static final Rule<Duration> TIME =
      new Rule<>("must be more than no time", time -> time.compareTo(Duration.ZERO) > 0);

  public Limits {
    TIME.require("trial", trial);
    TIME.require("search", search);
  }
}
