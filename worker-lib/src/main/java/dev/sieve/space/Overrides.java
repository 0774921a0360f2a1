package dev.sieve.space;

import java.util.List;
import java.util.Optional;

/**
 * Hyperparameters that a later stage sets anew, whatever the configuration it takes over says: the
 * half-cycle of a longer training, say. What is empty stays as it was.
 *
 * @param schedule replaces the whole schedule, before the three that follow change parts of it
 * @param etaMin applies to triangular schedules, and is refused by constant ones
 * @param etaMax the rate, for a constant schedule
 * @param halfCycle applies to triangular schedules, and is refused by constant ones
 */
public record Overrides(
    Optional<List<Integer>> hidden,
    Optional<Double> l2,
    Optional<Integer> batchSize,
    Optional<Initialization> initialization,
    Optional<LearningRateSchedule> schedule,
    Optional<Double> etaMin,
    Optional<Double> etaMax,
    Optional<Integer> halfCycle) {

  /** Changes nothing. */
  public static final Overrides NONE =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Returns {@code taken} with these values in place of its own. */
  public Hyperparameters applyTo(Hyperparameters taken) {
    return new Hyperparameters(
        hidden.orElse(taken.hidden()),
        l2.orElse(taken.l2()),
        batchSize.orElse(taken.batchSize()),
        applyTo(schedule.orElse(taken.schedule())),
        initialization.orElse(taken.initialization()));
  }

  private LearningRateSchedule applyTo(LearningRateSchedule taken) {
    if (taken instanceof LearningRateSchedule.Triangular triangular) {
      return new LearningRateSchedule.Triangular(
          etaMin.orElse(triangular.etaMin()),
          etaMax.orElse(triangular.etaMax()),
          halfCycle.orElse(triangular.halfCycle()));
    }
    return etaMax.<LearningRateSchedule>map(LearningRateSchedule.Constant::new).orElse(taken);
  }
}
