package dev.sieve.trial;

/** How a trial ended. */
public enum Status {
  /** Trained to the end of its budget and measured. */
  COMPLETED,
  /** Its loss left all bounds: a finding about the configuration, not an error. */
  DIVERGED,
  /** Something broke; {@link Failure} says what. */
  FAILED,
  /** Trained up to a rung, measured there, and not trained further. */
  PRUNED
}
