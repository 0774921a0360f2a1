package dev.sieve.schedule;

import dev.sieve.Rule;

/**
 * η, times {@code factor} after every {@code every} epochs.
 *
 * @param eta rate of the first epochs
 */
public record StepDecay(double eta, double factor, int every) implements LearningRateSchedule {

  public StepDecay {
    Rule.POSITIVE.require("eta", eta);
    Rule.DECAY.require("decay-factor", factor);
    Rule.AT_LEAST_ONE.require("decay-every", every);
  }

  @Override
  public double at(long step, Horizon horizon) {
    long decays = step / ((long) every * horizon.updatesPerEpoch());
    return eta * StrictMath.pow(factor, (double) decays);
  }

  @Override
  public double etaMin() {
    return 0;
  }

  @Override
  public double etaMax() {
    return eta;
  }
}
