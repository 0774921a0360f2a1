package dev.sieve.schedule;

import dev.sieve.Rule;

/**
 * η, times {@code factor} over every epoch, a little with each update.
 *
 * @param eta rate of the first update
 */
public record ExponentialDecay(double eta, double factor) implements LearningRateSchedule {

  public ExponentialDecay {
    Rule.POSITIVE.require("eta", eta);
    Rule.DECAY.require("decay-factor", factor);
  }

  @Override
  public double at(long step, Horizon horizon) {
    return eta * StrictMath.pow(factor, (double) step / horizon.updatesPerEpoch());
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
