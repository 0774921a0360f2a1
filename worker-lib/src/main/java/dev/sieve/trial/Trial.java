package dev.sieve.trial;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.sample.cube.Point;
import dev.sieve.space.Candidate;
import dev.sieve.space.Hyperparameters;
import java.io.Serializable;

/**
 * One configuration and one repeat of it, trained for a budget of epochs. Trials are equal if all
 * but their points and the beginnings of their legs are: neither where a configuration was drawn
 * from nor what was trained before changes what comes of it.
 *
 * @param stage name of the stage
 * @param index number in its stage, from 0
 * @param hyperparameters the configuration
 * @param repeat 0, 1, 2, …: another training of the same configuration with all streams fresh
 * @param epochs passes over the training images
 * @param point of the unit cube that it was drawn at, in its stage's space; {@link Point#NONE}
 *     where it was not drawn
 * @param leg what of the budget is trained at once
 */
public record Trial(
    String stage,
    int index,
    Hyperparameters hyperparameters,
    int repeat,
    int epochs,
    Point point,
    Leg leg)
    implements Serializable {

  public Trial {
    requireNonNull(stage, "stage is null");
    requireNonNull(hyperparameters, "hyperparameters are null");
    require(index >= 0, "index", "must be >= 0", index);
    require(repeat >= 0, "repeat", "must be >= 0", repeat);
    require(epochs >= 1, "epochs", "must be >= 1", epochs);
    requireNonNull(point, "point is null");
    require(leg.until() <= epochs, "leg", "must end by epoch " + epochs, leg.until());
  }

  /** One whose whole budget is trained at once. */
  public Trial(
      String stage,
      int index,
      Hyperparameters hyperparameters,
      int repeat,
      int epochs,
      Point point) {
    this(stage, index, hyperparameters, repeat, epochs, point, new Leg(0, epochs));
  }

  /** One that was not drawn, and whose whole budget is trained at once. */
  public Trial(String stage, int index, Hyperparameters hyperparameters, int repeat, int epochs) {
    this(stage, index, hyperparameters, repeat, epochs, Point.NONE);
  }

  /** Returns this trial on another leg of its way. */
  public Trial on(Leg other) {
    return new Trial(stage, index, hyperparameters, repeat, epochs, point, other);
  }

  /** Returns whether its leg ends at a rung, and not with the budget. */
  public boolean endsAtRung() {
    return leg.until() < epochs;
  }

  /** Returns what it is a repeat of. */
  public Candidate candidate() {
    return new Candidate(hyperparameters, epochs);
  }

  /** Returns the trial's name in messages and file names: {@code coarse-3}. */
  public String label() {
    return stage + "-" + index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trial trial
        && index == trial.index
        && repeat == trial.repeat
        && epochs == trial.epochs
        && leg.until() == trial.leg.until()
        && stage.equals(trial.stage)
        && hyperparameters.equals(trial.hyperparameters);
  }

  /** Of name and repeat alone, which no other trial of a search has: it is asked for often. */
  @Override
  public int hashCode() {
    return 31 * (31 * stage.hashCode() + index) + repeat;
  }
}
