package dev.sieve.driver.pack;

import java.time.Duration;

/** When one run of a search has to end, by a clock that nobody sets. */
public final class Deadline {
  private final Duration limit;
  private final long start = System.nanoTime();
  private volatile boolean ended;

  /** The time begins now. */
  public Deadline(Duration limit) {
    this.limit = limit;
  }

  public Duration limit() {
    return limit;
  }

  /** Ends the time now, whatever is left. */
  public void end() {
    ended = true;
  }

  /** Returns the nanoseconds that are left, 0 or negative where it is over. */
  public long left() {
    return ended ? 0 : limit.toNanos() - (System.nanoTime() - start);
  }

  public boolean isOver() {
    return left() <= 0;
  }
}
