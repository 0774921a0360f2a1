package dev.sieve.driver.run;

import dev.sieve.Texts;
import dev.sieve.driver.error.SearchFailure;
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
    return run.folder().isLocal() ? LocalLock.of(run) : HeartbeatLock.of(run);
  }

  /**
   * Throws {@link SearchFailure} where another driver has taken over, which took this one for dead,
   * or where the directory is not there any more.
   */
  void check();

  @Override
  void close();

  /** Returns what a driver is told that finds itself without its directory. */
  static SearchFailure gone(RunDirectory run) {
    return new SearchFailure(
        Texts.format(
                "%s was deleted or moved while its search ran. Put it back, and the same command continues",
                run.display())
            + "; without it, the same command begins anew");
  }

  /** Returns what a second driver is told. */
  static UserError inUse(RunDirectory run, String holder) {
    return new UserError(run.display() + " is in use by " + holder + "; wait for its end");
  }
}
