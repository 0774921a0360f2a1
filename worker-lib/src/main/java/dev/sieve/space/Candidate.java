package dev.sieve.space;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One point of a search space: what is trained, and for how long. Two budgets of the same
 * hyperparameters are two candidates with one configuration id, and begin with the same weights.
 *
 * @param epochs passes over the training images
 */
public record Candidate(Hyperparameters hyperparameters, int epochs) implements Serializable {
  public Candidate {
    requireNonNull(hyperparameters, "hyperparameters are null");
    check(epochs >= 1, "epochs must be >= 1, but were %d", epochs);
  }
}
