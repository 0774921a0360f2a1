package dev.sieve.space;

/**
 * η, times {@code factor} over every epoch, a little with each update.
 *
 * @param eta rate of the first update
 */
public record ExponentialDecay(double eta, double factor) implements LearningRateSchedule {

  public ExponentialDecay {
    LearningRateSchedule.checkRate(eta);
    LearningRateSchedule.checkDecay(factor);
  }

  @Override
  public double at(long step, Horizon horizon) {
    return eta * StrictMath.pow(factor, (double) step / horizon.updatesPerEpoch());
  }

  @Override
  public ScheduleShape shape() {
    return ScheduleShape.EXPONENTIAL_DECAY;
  }

  @Override
  public String text() {
    return "exponential-decay(" + eta + "," + factor + ")";
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
}
