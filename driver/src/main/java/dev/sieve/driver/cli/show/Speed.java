package dev.sieve.driver.cli.show;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * How fast work is done: over the last half of the time, but no less than ten seconds of it. The
 * first seconds, in which a JVM is slow, are forgotten as it warms up.
 */
final class Speed {
  private static final long SHORTEST = TimeUnit.SECONDS.toNanos(10);

  /** Before, nothing can be told. */
  private static final long FIRST = TimeUnit.SECONDS.toNanos(2);

  private record Sample(long at, long done) {}

  private final long start;
  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * @param now nanoseconds of a clock that only runs on
   */
  Speed(long now) {
    this.start = now;
    samples.add(new Sample(now, 0));
  }

  /** So much was done in all by {@code now}, which is no earlier than before. */
  void at(long now, long done) {
    samples.add(new Sample(now, done));
    long window = Math.max(SHORTEST, (now - start) / 2);
    while (samples.size() > 2 && secondIsOldEnough(now - window)) {
      samples.removeFirst();
    }
  }

  private boolean secondIsOldEnough(long latest) {
    Sample first = samples.removeFirst();
    boolean old = samples.element().at <= latest;
    samples.addFirst(first);
    return old;
  }

  /** Returns the speed per second; empty in the first two seconds, and before anything is done. */
  OptionalDouble perSecond() {
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    double seconds = (last.at - first.at) / 1e9;
    return last.at - start < FIRST || last.done == first.done || seconds <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((last.done - first.done) / seconds);
  }
}
