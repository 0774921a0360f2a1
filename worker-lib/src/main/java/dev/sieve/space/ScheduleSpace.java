package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/** The schedules that a search may draw: one shape, its numbers from domains. */
public sealed interface ScheduleSpace extends Serializable {

  /**
   * Number of axes of every schedule space; a shape with fewer numbers leaves the last ones unused.
   */
  int DIMENSIONS = 3;

  /** Returns the domain along each axis, {@link #DIMENSIONS} of them. */
  List<Domain<?>> axes();

  /**
   * Returns the schedule at coordinates {@code first}, {@code first + 1}, … of the point {@code u}.
   */
  LearningRateSchedule at(double[] u, int first);

  /** Constant schedules. */
  record Constant(Domain<Double> eta) implements ScheduleSpace {
    public Constant {
      requireNonNull(eta, "eta is null");
    }

    @Override
    public List<Domain<?>> axes() {
      return List.of(eta, Domain.fixed(0), Domain.fixed(0));
    }

    @Override
    public LearningRateSchedule at(double[] u, int first) {
      return new LearningRateSchedule.Constant(eta.at(u[first]));
    }
  }

  /** Triangular schedules. */
  record Triangular(Domain<Double> etaMin, Domain<Double> etaMax, Domain<Integer> halfCycle)
      implements ScheduleSpace {
    public Triangular {
      requireNonNull(etaMin, "etaMin is null");
      requireNonNull(etaMax, "etaMax is null");
      requireNonNull(halfCycle, "halfCycle is null");
    }

    @Override
    public List<Domain<?>> axes() {
      return List.of(etaMax, etaMin, halfCycle);
    }

    @Override
    public LearningRateSchedule at(double[] u, int first) {
      return new LearningRateSchedule.Triangular(
          etaMin.at(u[first + 1]), etaMax.at(u[first]), halfCycle.at(u[first + 2]));
    }
  }
}
