package dev.sieve.driver.conf;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import dev.sieve.train.TrainingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * How long things may take, and how much a search may train.
 *
 * @param trial time that a trial may take, its share of a pack's; {@link #NONE} for any
 * @param search time that one run of the command may take; {@link #NONE} for any
 * @param trials that the whole search may train, in however many runs of the command; empty for any
 * @param epochs that these may be granted, all together; empty for any
 * @param target validation accuracy that is enough; empty where none is
 */
public record Limits(
    Duration trial,
    Duration search,
    Optional<Integer> trials,
    Optional<Integer> epochs,
    Optional<Double> target) {
  /** No limit. */
  public static final Duration NONE = TrainingContext.UNLIMITED;

  /** Of any length of time. */
  public static final Rule<Duration> TIME =
      new Rule<>("must be more than no time", time -> time.compareTo(Duration.ZERO) > 0);

  /** Of an accuracy to be reached. */
  public static final Rule<Double> ACCURACY =
      new Rule<>("must be above 0 and at most 1", share -> 0 < share && share <= 1);

  public Limits {
    TIME.require("trial", trial);
    TIME.require("search", search);
    requireNonNull(trials, "trials is null");
    requireNonNull(epochs, "epochs is null");
    requireNonNull(target, "target is null");
    trials.ifPresent(count -> Rule.AT_LEAST_ONE.require("trials", count));
    epochs.ifPresent(count -> Rule.AT_LEAST_ONE.require("epochs", count));
    target.ifPresent(share -> ACCURACY.require("target-accuracy", share));
  }
}
