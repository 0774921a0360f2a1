package dev.sieve.driver.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.security.AccessControlException;

/**
 * Tries again what a distributed file system refuses for a while: a part of it may be restarting.
 */
final class Retries {
  /** Pauses between two tries: a minute and a half in all. */
  private static final Duration[] PAUSES = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(6),
    Duration.ofSeconds(20),
    Duration.ofMinutes(1)
  };

  private Retries() {}

  /** What may be done again from its beginning. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /** Runs {@code action} until it succeeds, and throws what it throws at last. */
  static void run(Action action) throws IOException {
    for (Duration pause : PAUSES) {
      try {
        action.run();
        return;
      } catch (IOException e) {
        if (isLasting(e)) {
          throw e;
        }
        LockSupport.parkNanos(pause.toNanos());
      }
    }
    action.run();
  }

  /** Returns whether waiting will not help. */
  private static boolean isLasting(IOException e) {
    return e instanceof AccessControlException
        || e instanceof FileNotFoundException
        || e instanceof FileAlreadyExistsException
        || e instanceof ParentNotDirectoryException
        || e instanceof PathIOException;
  }
}
