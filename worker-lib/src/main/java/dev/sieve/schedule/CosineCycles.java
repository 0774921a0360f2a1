package dev.sieve.schedule;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;

/**
 * Falls from {@code etaMax} to {@code etaMin} along half a cosine, and starts again at the top, in
 * {@code cycles} whole cycles of equal length: Loshchilov and Hutter, "SGDR: Stochastic Gradient
 * Descent with Warm Restarts", ICLR 2017, eq. 5. A training so ends at the end of a cycle, whatever
 * its budget.
 *
 * @param cycles over the training, without its warm-up
 * @param warmUp first epochs, over which η rises linearly to {@code etaMax}: Goyal and others,
 *     "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", 2017, section 2.2
 */
public record CosineCycles(double etaMax, double etaMin, int cycles, int warmUp)
    implements LearningRateSchedule {

  public CosineCycles {
    LearningRateSchedule.checkRates(etaMin, etaMax);
    Rule.AT_LEAST_ONE.require("cycles", cycles);
    Rule.COUNT.require("warm-up", warmUp);
  }

  @Override
  public double at(long step, Horizon horizon) {
    long warm = warmUpdates(horizon);
    if (step < warm) {
      return etaMin + (etaMax - etaMin) * (step + 1) / warm;
    }
    double progress = (double) (phase(step, horizon) % period(horizon)) / period(horizon);
    return etaMin + (etaMax - etaMin) / 2 * (1 + StrictMath.cos(StrictMath.PI * progress));
  }

  /**
   * A cycle need not be a whole number of updates: it ends with the first update behind its end.
   */
  @Override
  public boolean endsCycle(long step, Horizon horizon) {
    return step > warmUpdates(horizon)
        && phase(step, horizon) / period(horizon) > phase(step - 1, horizon) / period(horizon);
  }

  @Override
  public boolean dependsOnBudget() {
    return true;
  }

  @Override
  public void checkBudget(int epochs) {
    require(warmUp < epochs, "warm-up", "must be less than the " + epochs + " epochs", warmUp);
  }

  private long warmUpdates(Horizon horizon) {
    return (long) warmUp * horizon.updatesPerEpoch();
  }

  /** Returns the updates since the warm-up, each counted {@code cycles} times. */
  private long phase(long step, Horizon horizon) {
    return (step - warmUpdates(horizon)) * cycles;
  }

  /** Returns the length of a cycle, so counted. */
  private long period(Horizon horizon) {
    return horizon.updates() - warmUpdates(horizon);
  }
}
