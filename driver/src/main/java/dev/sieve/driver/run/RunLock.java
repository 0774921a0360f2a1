package dev.sieve.driver.run;

import dev.sieve.driver.error.UserError;
import java.io.Closeable;

/**
 * Keeps a second driver out of a run directory. On a local file system it is a lock of the
 * operating system's, which ends with the process that holds it, however that ends; elsewhere a
 * file that its holder keeps changing.
 */
public sealed interface RunLock extends Closeable permits LocalLock, HeartbeatLock {

  /**
   * Locks {@code run}, which exists.
   *
   * @throws UserError where another process holds it, which the message names
   */
  static RunLock of(RunDirectory run) {
    return run.isLocal() ? LocalLock.of(run) : HeartbeatLock.of(run);
  }

  /**
   * Throws {@link dev.sieve.driver.error.SearchFailure} where another driver has taken over, which
   * took this one for dead.
   */
  void check();

  @Override
  void close();

  /** Returns what a second driver is told. */
  static UserError inUse(RunDirectory run, String holder) {
    return new UserError(run.display() + " is in use by " + holder + "; wait for its end");
  }
}
