package dev.sieve.run;

import java.io.Serial;

/** A run directory that cannot be read: what is wrong, and in which file. */
public final class UnreadableRun extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UnreadableRun(String message) {
    super(message);
  }

  public UnreadableRun(String message, Throwable cause) {
    super(message, cause);
  }
}
