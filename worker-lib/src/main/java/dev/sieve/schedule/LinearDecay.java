package dev.sieve.schedule;

/** Falls linearly from {@code etaMax} at the first update to {@code etaMin} after the last. */
public record LinearDecay(double etaMax, double etaMin) implements LearningRateSchedule {

  public LinearDecay {
    LearningRateSchedule.checkRates(etaMin, etaMax);
  }

  @Override
  public double at(long step, Horizon horizon) {
    return etaMax + (etaMin - etaMax) * step / horizon.updates();
  }

  @Override
  public boolean dependsOnBudget() {
    return true;
  }
}
