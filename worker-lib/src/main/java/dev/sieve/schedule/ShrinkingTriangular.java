package dev.sieve.schedule;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;

/**
 * Triangular, and from cycle to cycle the way from {@code etaMin} to the top shrinks by {@code
 * factor}: Smith, "Cyclical Learning Rates for Training Neural Networks", WACV 2017, whose
 * triangular2 has the factor 1/2.
 *
 * @param etaMax top of the first cycle
 */
public record ShrinkingTriangular(double etaMin, double etaMax, HalfCycle halfCycle, double factor)
    implements LearningRateSchedule {

  public ShrinkingTriangular {
    LearningRateSchedule.checkRates(etaMin, etaMax);
    requireNonNull(halfCycle, "half-cycle is null");
    Rule.DECAY.require("decay-factor", factor);
  }

  @Override
  public double at(long step, Horizon horizon) {
    long half = halfCycle.updates(horizon);
    long cycle = step / (2 * half);
    double height = (etaMax - etaMin) * StrictMath.pow(factor, (double) cycle);
    return etaMin + height * Triangular.distance(step, half) / half;
  }

  @Override
  public boolean endsCycle(long step, Horizon horizon) {
    return halfCycle.endsAt(step, horizon);
  }
}
