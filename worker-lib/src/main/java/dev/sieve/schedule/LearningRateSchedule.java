package dev.sieve.schedule;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import java.io.Serializable;

/**
 * Learning rate η as a pure function of the update. Immutable, so one instance serves every trial.
 */
public sealed interface LearningRateSchedule extends Serializable
    permits LearningRateSchedule.Constant,
        LearningRateSchedule.Triangular,
        ShrinkingTriangular,
        StepDecay,
        ExponentialDecay,
        LinearDecay,
        CosineCycles {

  /** Returns η for update {@code step}, counted from 0, of a training of length {@code horizon}. */
  double at(long step, Horizon horizon);

  /** Returns the smallest rate; 0 for a rate that decays towards it. */
  double etaMin();

  /** Returns the largest rate. */
  double etaMax();

  /** Returns whether a cycle ends after {@code step} updates of a training. */
  default boolean endsCycle(long step, Horizon horizon) {
    return false;
  }

  /** Returns whether a longer training begins with other rates. */
  default boolean dependsOnBudget() {
    return false;
  }

  /**
   * Refuses a budget that is too short for this schedule.
   *
   * @param epochs passes over the training images
   * @throws dev.sieve.InvalidValueException that names the number which is too large
   */
  default void checkBudget(int epochs) {}

  /** The same rate throughout. */
  record Constant(double eta) implements LearningRateSchedule {
    public Constant {
      Rule.POSITIVE.require("eta", eta);
    }

    @Override
    public double at(long step, Horizon horizon) {
      return eta;
    }

    @Override
    public double etaMin() {
      return eta;
    }

    @Override
    public double etaMax() {
      return eta;
    }
  }

  /**
   * Rises linearly from {@code etaMin} to {@code etaMax} over half a cycle and falls back over as
   * many updates, again and again: Smith, "Cyclical Learning Rates for Training Neural Networks",
   * WACV 2017, the triangular policy.
   *
   * @param halfCycle the paper's stepsize n_s
   */
  record Triangular(double etaMin, double etaMax, HalfCycle halfCycle)
      implements LearningRateSchedule {
    public Triangular {
      checkRates(etaMin, etaMax);
      requireNonNull(halfCycle, "half-cycle is null");
    }

    /**
     * @param halfCycle updates in half a cycle
     */
    public Triangular(double etaMin, double etaMax, int halfCycle) {
      this(etaMin, etaMax, HalfCycle.ofUpdates(halfCycle));
    }

    @Override
    public double at(long step, Horizon horizon) {
      long half = halfCycle.updates(horizon);
      return etaMin + (etaMax - etaMin) * distance(step, half) / half;
    }

    /**
     * Returns how far update {@code step} is from the nearest end of a cycle, 0 to {@code half}.
     */
    static long distance(long step, long half) {
      long phase = step % (2 * half);
      return Math.min(phase, 2 * half - phase);
    }

    @Override
    public boolean endsCycle(long step, Horizon horizon) {
      return halfCycle.endsAt(step, horizon);
    }
  }

  /** Refuses rates between which a schedule cannot move. */
  static void checkRates(double etaMin, double etaMax) {
    Rule.NOT_NEGATIVE.require("eta-min", etaMin);
    Rule.NOT_NEGATIVE.require("eta-max", etaMax);
    require(etaMin <= etaMax, "eta-max", "must be at least eta-min, " + etaMin, etaMax);
  }
}
