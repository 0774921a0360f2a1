package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * The schedules that a search may draw: one shape, its numbers from domains. A domain that the
 * shape has no use for is {@linkplain #ANY_ETA_MIN one of a single value}.
 *
 * @param eta the largest rate
 */
public record ScheduleSpace(
    ScheduleShape shape,
    Domain<Double> eta,
    Domain<Double> etaMin,
    Domain<HalfCycle> halfCycle,
    Domain<Double> decayFactor,
    Domain<Integer> decayEvery)
    implements Serializable {

  /** For shapes without a smallest rate; the next three in the same way. */
  public static final Domain<Double> ANY_ETA_MIN = Domain.fixed(0.0);

  public static final Domain<HalfCycle> ANY_HALF_CYCLE = Domain.fixed(HalfCycle.ofUpdates(1));
  public static final Domain<Double> ANY_DECAY_FACTOR = Domain.fixed(1.0);
  public static final Domain<Integer> ANY_DECAY_EVERY = Domain.fixed(1);

  public ScheduleSpace {
    requireNonNull(shape, "shape is null");
    requireNonNull(eta, "eta is null");
    requireNonNull(etaMin, "etaMin is null");
    requireNonNull(halfCycle, "halfCycle is null");
    requireNonNull(decayFactor, "decayFactor is null");
    requireNonNull(decayEvery, "decayEvery is null");
  }

  /** Returns the schedule at these coordinates, one per domain. */
  LearningRateSchedule at(double u0, double u1, double u2, double u3, double u4) {
    return shape.of(
        eta.at(u0), etaMin.at(u1), halfCycle.at(u2), decayFactor.at(u3), decayEvery.at(u4));
  }
}
