package dev.sieve.trial;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.space.Candidate;
import dev.sieve.space.Hyperparameters;
import java.io.Serializable;

/**
 * One configuration and one repeat of it, trained for a budget of epochs.
 *
 * @param stage name of the stage
 * @param index number in its stage, from 0
 * @param hyperparameters the configuration
 * @param repeat 0, 1, 2, …: another training of the same configuration with all streams fresh
 * @param epochs passes over the training images
 */
public record Trial(
    String stage, int index, Hyperparameters hyperparameters, int repeat, int epochs)
    implements Serializable {

  public Trial {
    requireNonNull(stage, "stage is null");
    requireNonNull(hyperparameters, "hyperparameters are null");
    require(index >= 0, "index", "must be >= 0", index);
    require(repeat >= 0, "repeat", "must be >= 0", repeat);
    require(epochs >= 1, "epochs", "must be >= 1", epochs);
  }

  /** Returns what it is a repeat of. */
  public Candidate candidate() {
    return new Candidate(hyperparameters, epochs);
  }

  /** Returns the trial's name in messages and file names: {@code coarse-3}. */
  public String label() {
    return stage + "-" + index;
  }
}
