package dev.sieve.data;

import dev.sieve.UserMistake;

/**
 * Says in one line why data cannot be had or used: a missing file, a damaged archive, a split of
 * more examples than there are. The user's to mend, never Sieve's own failure.
 */
public final class DataException extends UserMistake {
  private static final long serialVersionUID = 1;

  public DataException(String message) {
    super(message, null);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
