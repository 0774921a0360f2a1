package dev.sieve.space;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import java.io.Serializable;
import java.util.List;

/**
 * The domain of each hyperparameter, and of the budget: a search happens in the product of them.
 * What is not searched has a domain of one value.
 *
 * @param epochs passes over the training images
 */
public record SearchSpace(
    Domain<Double> l2,
    ScheduleSpace schedule,
    Domain<Integer> batchSize,
    Domain<List<Integer>> hidden,
    Domain<Initialization> initialization,
    Domain<Objective> objective,
    Domain<Double> labelSmoothing,
    Domain<Optimizer> optimizer,
    Domain<Double> dropout,
    AugmentationSpace augmentation,
    Domain<Integer> epochs)
    implements Serializable {

  /** Number of axes, in the order of {@link #axes}. */
  public static final int DIMENSIONS = 19;

  public SearchSpace {
    requireNonNull(l2, "l2 is null");
    requireNonNull(schedule, "schedule is null");
    requireNonNull(batchSize, "batchSize is null");
    requireNonNull(hidden, "hidden is null");
    requireNonNull(initialization, "initialization is null");
    requireNonNull(objective, "objective is null");
    requireNonNull(labelSmoothing, "labelSmoothing is null");
    requireNonNull(optimizer, "optimizer is null");
    requireNonNull(dropout, "dropout is null");
    requireNonNull(augmentation, "augmentation is null");
    requireNonNull(epochs, "epochs is null");
  }

  /**
   * Returns the domain along each axis. The order is part of what a search seed means: a new
   * hyperparameter goes to the end, so that the points of older searches stay where they were.
   */
  public List<Domain<?>> axes() {
    return List.of(
        l2,
        schedule.eta(),
        schedule.etaMin(),
        schedule.halfCycle(),
        batchSize,
        hidden,
        initialization,
        schedule.decayFactor(),
        schedule.decayEvery(),
        objective,
        labelSmoothing,
        optimizer,
        dropout,
        augmentation.flip(),
        augmentation.shift(),
        augmentation.fill(),
        augmentation.noise(),
        augmentation.dropout(),
        epochs);
  }

  /** Returns the candidate at {@code u}, a point of the unit cube. */
  public Candidate at(double[] u) {
    check(u.length == DIMENSIONS, "a point has %d coordinates, but got %d", DIMENSIONS, u.length);
    return new Candidate(hyperparameters(u), epochs.at(u[18]));
  }

  private Hyperparameters hyperparameters(double[] u) {
    return new Hyperparameters(
        hidden.at(u[5]),
        l2.at(u[0]),
        batchSize.at(u[4]),
        schedule.at(u[1], u[2], u[3], u[7], u[8]),
        initialization.at(u[6]),
        objective.at(u[9]).smoothed(labelSmoothing.at(u[10])),
        optimizer.at(u[11]),
        dropout.at(u[12]),
        augmentation.at(u[13], u[14], u[15], u[16], u[17]));
  }
}
