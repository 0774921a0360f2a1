package dev.sieve.driver.pack;

import java.time.Duration;

/** When one run of a search has to end, by a clock that nobody sets. */
public final class Deadline {
  private final Duration limit;
  private final long start = System.nanoTime();

  /** The time begins now. */
  public Deadline(Duration limit) {
    this.limit = limit;
  }

  public Duration limit() {
    return limit;
  }

  /** Returns the nanoseconds that are left, negative where it is over. */
  public long left() {
    return limit.toNanos() - (System.nanoTime() - start);
  }

  public boolean isOver() {
    return left() <= 0;
  }
}
