package dev.sieve.driver.cluster;

import dev.sieve.team.Cores;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The cores of this executor, of which its tasks must have one idea. */
final class ExecutorCores {
  private static final ConcurrentMap<Integer, Cores> BY_COUNT = new ConcurrentHashMap<>();

  private ExecutorCores() {}

  /**
   * Returns {@code count} cores, the same to all tasks in this JVM. What the machine does not have
   * would only get in the way.
   */
  static Cores shared(int count) {
    return BY_COUNT.computeIfAbsent(
        Math.min(count, Runtime.getRuntime().availableProcessors()), Cores::new);
  }
}
