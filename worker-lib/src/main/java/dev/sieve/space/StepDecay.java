package dev.sieve.space;

import static dev.sieve.Checks.check;

/**
 * η, times {@code factor} after every {@code every} epochs.
 *
 * @param eta rate of the first epochs
 */
public record StepDecay(double eta, double factor, int every) implements LearningRateSchedule {

  public StepDecay {
    LearningRateSchedule.checkRate(eta);
    LearningRateSchedule.checkDecay(factor);
    check(every >= 1, "decay-every must be >= 1, but was %d", every);
  }

  @Override
  public double at(long step, Horizon horizon) {
    long decays = step / ((long) every * horizon.updatesPerEpoch());
    return eta * StrictMath.pow(factor, (double) decays);
  }

  @Override
  public ScheduleShape shape() {
    return ScheduleShape.STEP_DECAY;
  }

  @Override
  public String text() {
    return "step-decay(" + eta + "," + factor + "," + every + ")";
  }

  @Override
  public double etaMin() {
    return 0;
  }

  @Override
  public double etaMax() {
    return eta;
  }

  @Override
  public Double decayFactor() {
    return factor;
  }

  @Override
  public Integer decayEvery() {
    return every;
  }
}
