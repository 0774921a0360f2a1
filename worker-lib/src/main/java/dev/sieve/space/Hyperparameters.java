package dev.sieve.space;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.sample.Streams;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One point of the search space: all that decides how a network is built and trained, but for its
 * seed and its budget of epochs.
 *
 * @param hidden units of each hidden layer, input side first; empty means softmax regression
 * @param l2 λ of J = loss + λ ΣW², the sum over all weights and no biases; 0 turns it off
 * @param batchSize images per update
 * @param schedule learning rate η against the update step
 * @param initialization distribution of the first weights
 */
public record Hyperparameters(
    List<Integer> hidden,
    double l2,
    int batchSize,
    LearningRateSchedule schedule,
    Initialization initialization)
    implements Serializable {

  public Hyperparameters {
    hidden = List.copyOf(hidden);
    check(hidden.stream().allMatch(n -> n >= 1), "hidden must all be >= 1, but were %s", hidden);
    check(0 <= l2 && l2 < Double.POSITIVE_INFINITY, "l2 must be finite and >= 0, but was %s", l2);
    check(batchSize >= 1, "batch-size must be >= 1, but was %d", batchSize);
    requireNonNull(schedule, "schedule is null");
    requireNonNull(initialization, "initialization is null");
  }

  /** Returns the hidden layers as tables show them: {@code 50}, {@code 100-50}, {@code none}. */
  public String hiddenText() {
    return hidden.isEmpty()
        ? "none"
        : hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /**
   * Returns the configuration's id: 12 hexadecimal digits, a hash of the values, so that the same
   * configuration has the same id in every stage, search and run.
   */
  public String configuration() {
    return Streams.hash(
        List.of(
            "hidden=" + hiddenText(),
            "l2=" + l2,
            "batch-size=" + batchSize,
            "schedule=" + schedule.text(),
            "initialization=" + initialization.text()),
        6);
  }
}
