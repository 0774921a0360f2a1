package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
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
    Rule.AT_LEAST_ONE.require("epochs", epochs);
    hyperparameters.schedule().checkBudget(epochs);
  }

  /** Returns the value of {@code axis}, the budget among them; null where this has none. */
  @SuppressWarnings("unchecked") // the budget's own axis is one of integers
  public <T> T get(Axis<T> axis) {
    return axis.equals(Axes.EPOCHS) ? (T) (Integer) epochs : hyperparameters.get(axis);
  }

  /** Returns the value of {@code axis} as text that no other value has; empty where it has none. */
  public <T> String exactly(Axis<T> axis) {
    T value = get(axis);
    return value == null ? "" : axis.exact(value);
  }
}
