package dev.sieve.train;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.team.Cores;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The surroundings of a training. No part of them changes the result of a trial that completes.
 *
 * @param progress is told how far the pack is
 * @param limit time that a trial may take, see {@link TimeShares}; {@link #UNLIMITED} for none
 * @param cancelled asked before each update; where it says so, {@link Trainer} throws {@link
 *     java.util.concurrent.CancellationException}
 * @param checkpoints keep the state of the pack, so that another attempt can go on from it
 * @param cores shared by all packs that train in this JVM at once
 */
public record TrainingContext(
    Progress progress,
    Duration limit,
    BooleanSupplier cancelled,
    Checkpoints checkpoints,
    Cores cores) {
  /** No limit. */
  public static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

  public TrainingContext {
    requireNonNull(progress, "progress is null");
    check(limit.compareTo(Duration.ZERO) > 0, "limit must be > 0, but was %s", limit);
    requireNonNull(cancelled, "cancelled is null");
    requireNonNull(checkpoints, "checkpoints are null");
    requireNonNull(cores, "cores are null");
  }

  /** Returns the context in which trials train to their end, on one core. */
  public static TrainingContext of(Progress progress) {
    return new TrainingContext(progress, UNLIMITED, () -> false, Checkpoints.NONE, new Cores(1));
  }

  /** Returns this context on {@code others}. */
  public TrainingContext on(Cores others) {
    return new TrainingContext(progress, limit, cancelled, checkpoints, others);
  }

  /** Returns this context without checkpoints. */
  TrainingContext withoutCheckpoints() {
    return new TrainingContext(progress, limit, cancelled, Checkpoints.NONE, cores);
  }
}
