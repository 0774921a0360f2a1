package dev.sieve.driver.conf;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How the states of long trainings are kept.
 *
 * @param every time between two savings of one training; {@link Limits#NONE} for never
 * @param path folder, any Hadoop path; empty for one in the run directory
 */
public record Checkpointing(Duration every, Optional<String> path) {
  public Checkpointing {
    Limits.TIME.require("checkpoint-every", every);
    requireNonNull(path, "path is null");
  }

  /** Returns whether any are kept. */
  public boolean applies() {
    return !every.equals(Limits.NONE);
  }
}
