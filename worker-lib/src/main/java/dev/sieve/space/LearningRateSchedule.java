package dev.sieve.space;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Learning rate η as a pure function of the update step. Immutable, so one instance serves every
 * trial.
 */
public sealed interface LearningRateSchedule extends Serializable
    permits LearningRateSchedule.Constant,
        LearningRateSchedule.Triangular,
        ShrinkingTriangular,
        StepDecay,
        ExponentialDecay,
        LinearDecay {

  /** Returns η for update {@code step}, counted from 0, of a training of length {@code horizon}. */
  double at(long step, Horizon horizon);

  /** Returns the shape, by which conf files and tables know the schedule. */
  ScheduleShape shape();

  /** Returns the schedule with its numbers, as a configuration's canonical text holds it. */
  String text();

  /** Returns the smallest rate; 0 for a rate that decays towards it. */
  double etaMin();

  /** Returns the largest rate. */
  double etaMax();

  /** Returns half a cycle; null for a schedule without cycles. */
  default HalfCycle halfCycle() {
    return null;
  }

  /** Returns the factor of each decay; null for a schedule that has none. */
  default Double decayFactor() {
    return null;
  }

  /** Returns the epochs between two decays; null for a schedule that does not decay in steps. */
  default Integer decayEvery() {
    return null;
  }

  /** The same rate throughout. */
  record Constant(double eta) implements LearningRateSchedule {
    public Constant {
      checkRate(eta);
    }

    @Override
    public double at(long step, Horizon horizon) {
      return eta;
    }

    @Override
    public ScheduleShape shape() {
      return ScheduleShape.CONSTANT;
    }

    @Override
    public String text() {
      return "constant(" + eta + ")";
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
    public ScheduleShape shape() {
      return ScheduleShape.TRIANGULAR;
    }

    @Override
    public String text() {
      return "triangular(" + etaMin + "," + etaMax + "," + halfCycle.text() + ")";
    }
  }

  /** Refuses a rate that is not finite and positive. */
  static void checkRate(double eta) {
    check(0 < eta && eta < Double.POSITIVE_INFINITY, "eta must be finite and > 0, but was %s", eta);
  }

  /** Refuses rates between which a schedule cannot move. */
  static void checkRates(double etaMin, double etaMax) {
    check(
        0 <= etaMin && etaMin <= etaMax && etaMax < Double.POSITIVE_INFINITY,
        "schedule needs 0 <= eta-min <= eta-max < infinity, but was eta-min=%s, eta-max=%s",
        etaMin,
        etaMax);
  }

  /** Refuses a factor that does not make rates smaller. */
  static void checkDecay(double factor) {
    check(0 < factor && factor <= 1, "decay-factor must be in (0, 1], but was %s", factor);
  }
}
