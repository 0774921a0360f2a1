package dev.sieve.space;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.Digest;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SoftmaxCrossEntropy;
import java.io.Serializable;
import java.util.ArrayList;
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
 * @param objective loss that training minimizes, and how its targets are smoothed
 * @param optimizer update rule
 * @param dropout share of the hidden units that are left out of each image's update
 * @param augmentation what is done to the training images
 */
public record Hyperparameters(
    List<Integer> hidden,
    double l2,
    int batchSize,
    LearningRateSchedule schedule,
    Initialization initialization,
    Objective objective,
    Optimizer optimizer,
    double dropout,
    Augmentation augmentation)
    implements Serializable {

  public Hyperparameters {
    hidden = List.copyOf(hidden);
    check(hidden.stream().allMatch(n -> n >= 1), "hidden must all be >= 1, but were %s", hidden);
    check(0 <= l2 && l2 < Double.POSITIVE_INFINITY, "l2 must be finite and >= 0, but was %s", l2);
    check(batchSize >= 1, "batch-size must be >= 1, but was %d", batchSize);
    requireNonNull(schedule, "schedule is null");
    requireNonNull(initialization, "initialization is null");
    requireNonNull(objective, "objective is null");
    requireNonNull(optimizer, "optimizer is null");
    check(0 <= dropout && dropout < 1, "dropout must be in [0, 1), but was %s", dropout);
    requireNonNull(augmentation, "augmentation is null");
  }

  /**
   * Softmax cross-entropy by plain gradient descent, nothing dropped, on the images as they are.
   */
  public Hyperparameters(
      List<Integer> hidden,
      double l2,
      int batchSize,
      LearningRateSchedule schedule,
      Initialization initialization) {
    this(
        hidden,
        l2,
        batchSize,
        schedule,
        initialization,
        SoftmaxCrossEntropy.PLAIN,
        new Optimizer.Sgd(),
        0,
        Augmentation.NONE);
  }

  /** Returns the hidden layers as tables show them: {@code 50}, {@code 100-50}, {@code none}. */
  public String hiddenText() {
    return hidden.isEmpty()
        ? "none"
        : hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /**
   * Returns the configuration's id: 12 hexadecimal digits, a hash of the values, so that the same
   * configuration has the same id in every stage, search and run. What a configuration does without
   * is not part of it, so that a new hyperparameter leaves older ids as they are.
   */
  public String configuration() {
    List<String> values =
        new ArrayList<>(
            List.of(
                "hidden=" + hiddenText(),
                "l2=" + l2,
                "batch-size=" + batchSize,
                "schedule=" + schedule.text(),
                "initialization=" + initialization.text()));
    if (!objective.equals(SoftmaxCrossEntropy.PLAIN)) {
      values.add("objective=" + objective.text() + "," + objective.labelSmoothing());
    }
    if (!(optimizer instanceof Optimizer.Sgd)) {
      values.add("optimizer=" + optimizer.text() + "," + optimizer.momentum());
    }
    if (dropout > 0) {
      values.add("dropout=" + dropout);
    }
    if (!augmentation.equals(Augmentation.NONE)) {
      values.add("augmentation=" + augmentation.text());
    }
    return Digest.of(values, 6);
  }
}
