package dev.sieve.train;

import dev.sieve.train.state.TrialState;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Divides the time of a pack among its members in proportion to the parameters of their networks,
 * since these decide what a step costs: a wide network does not use up the time of its narrow
 * neighbours. The clock is monotonic.
 */
final class TimeShares {
  private final long limit; // nanoseconds
  private final LongSupplier clock;
  private final long[] parameters; // by member
  private long before;

  /**
   * @param parameters of the network of each member
   * @param clock nanoseconds since any moment
   */
  TimeShares(Duration limit, long[] parameters, LongSupplier clock) {
    this.limit = limit.toNanos();
    this.clock = clock;
    this.parameters = parameters.clone();
    this.before = clock.getAsLong();
  }

  /** Charges the time since the last call to those of {@code states} that are active. */
  void charge(List<TrialState> states) {
    long now = clock.getAsLong();
    double active = 0;
    for (TrialState state : states) {
      active += state.active() ? parameters[state.index()] : 0;
    }
    for (TrialState state : states) {
      if (state.active()) {
        state.charge((now - before) * (parameters[state.index()] / active));
      }
    }
    before = now;
  }

  /** Returns whether the time of {@code state} is up. */
  boolean isUp(TrialState state) {
    return state.spent() > limit;
  }
}
