package dev.sieve.space;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * Learning rate η as a pure function of the update step. Immutable, so one instance serves every
 * trial.
 */
public sealed interface LearningRateSchedule extends Serializable {

  /** Returns η for update {@code step}, counted from 0. */
  double at(long step);

  /** Returns the name by which conf files and tables know the schedule. */
  String type();

  /** Returns the schedule with its numbers, as a configuration's canonical text holds it. */
  String text();

  /** Returns the smallest rate. */
  double etaMin();

  /** Returns the largest rate. */
  double etaMax();

  /** The same rate throughout. */
  record Constant(double eta) implements LearningRateSchedule {
    public Constant {
      check(
          0 < eta && eta < Double.POSITIVE_INFINITY, "eta must be finite and > 0, but was %s", eta);
    }

    @Override
    public double at(long step) {
      return eta;
    }

    @Override
    public String type() {
      return "constant";
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
   * Rises linearly from {@code etaMin} to {@code etaMax} over {@code halfCycle} updates and falls
   * back over as many, again and again: Smith, "Cyclical Learning Rates for Training Neural
   * Networks", WACV 2017, the triangular policy.
   *
   * @param halfCycle updates in half a cycle, the paper's stepsize n_s
   */
  record Triangular(double etaMin, double etaMax, int halfCycle) implements LearningRateSchedule {
    public Triangular {
      check(
          0 <= etaMin && etaMin <= etaMax && etaMax < Double.POSITIVE_INFINITY,
          "triangular schedule needs 0 <= eta-min <= eta-max < infinity, but was eta-min=%s, eta-max=%s",
          etaMin,
          etaMax);
      check(halfCycle >= 1, "half-cycle must be >= 1, but was %d", halfCycle);
    }

    @Override
    public double at(long step) {
      long phase = step % (2L * halfCycle);
      long distance = Math.min(phase, 2L * halfCycle - phase);
      return etaMin + (etaMax - etaMin) * distance / halfCycle;
    }

    @Override
    public String type() {
      return "triangular";
    }

    @Override
    public String text() {
      return "triangular(" + etaMin + "," + etaMax + "," + halfCycle + ")";
    }
  }
}
