package dev.sieve.train;

import dev.sieve.net.Topology;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Divides the time of a pack among its members, by the parameters of their networks, which is what
 * a step costs: a wide network does not use up the time of the narrow ones beside it. The clock is
 * one that nobody sets.
 */
final class TimeShares {
  private final long limit; // nanoseconds
  private final LongSupplier clock;
  private final long[] parameters; // by member
  private long before;

  TimeShares(Duration limit, List<Topology> topologies, LongSupplier clock) {
    this.limit = limit.toNanos();
    this.clock = clock;
    this.parameters = topologies.stream().mapToLong(Topology::parameters).toArray();
    this.before = clock.getAsLong();
  }

  /** Charges the time since the last call to those of {@code runs} that are active. */
  void charge(List<TrialState> runs) {
    long now = clock.getAsLong();
    double active = 0;
    for (TrialState run : runs) {
      active += run.active() ? parameters[run.index()] : 0;
    }
    for (TrialState run : runs) {
      if (run.active()) {
        run.charge((now - before) * (parameters[run.index()] / active));
      }
    }
    before = now;
  }

  /** Returns whether the time of {@code run} is up. */
  boolean isUp(TrialState run) {
    return run.spent() > limit;
  }
}
