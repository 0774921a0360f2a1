package dev.sieve.driver.forecast;

import static java.util.Objects.requireNonNull;

import dev.sieve.driver.pack.Executors;

/**
 * What a search runs on.
 *
 * @param cluster whether the executors are others than the driver
 */
public record Machines(Executors executors, boolean cluster) {
  public Machines {
    requireNonNull(executors, "executors are null");
  }

  /** Returns {@code factor} times as many cores: of more executors, or of the one that there is. */
  Machines times(int factor) {
    return new Machines(
        cluster
            ? new Executors(factor * executors.count(), executors.coresOfEach())
            : new Executors(1, factor * executors.coresOfEach()),
        cluster);
  }
}
