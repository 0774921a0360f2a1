package dev.sieve.driver.error;

/** A failure of the search, not the user's mistake: exit code 1. The message says what to do. */
public final class SearchFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SearchFailure(String message) {
    super(message);
  }

  public SearchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
