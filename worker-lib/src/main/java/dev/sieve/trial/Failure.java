package dev.sieve.trial;

/** Why a trial has no metrics: one word for the table; the message stands in {@code executions}. */
public enum Failure {
  /** The loss of a batch was NaN, infinite or above the limit, or the validation loss no number. */
  DIVERGED,
  /** Its training threw. */
  EXCEPTION,
  /** Its training needed more memory than the executor has. */
  OUT_OF_MEMORY,
  /** Its training took longer than a trial may. */
  TIMEOUT,
  /** The executor that trained it died, more often than Spark tries again. */
  LOST;

  /** Returns the failure of a trial whose training threw {@code e}. */
  public static Failure of(Throwable e) {
    return e instanceof OutOfMemoryError ? OUT_OF_MEMORY : EXCEPTION;
  }

  /** Returns whether another run of the search may end differently, and so tries again. */
  public boolean passing() {
    return this == OUT_OF_MEMORY || this == TIMEOUT || this == LOST;
  }
}
