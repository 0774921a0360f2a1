package dev.sieve.driver.conf;

import dev.sieve.data.Normalization;
import dev.sieve.data.SplitRule;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.space.Overrides;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.Collections;
import java.util.Optional;

/** Reads the stage {@code final}, which trains the best configuration of an earlier stage. */
final class FinalReader {
  private final Section training;
  private final Scope scope;
  private final Scope from;

  /**
   * @param scope the stage's, over that of the stage it takes its configuration from
   */
  FinalReader(Scope scope, Scope from) {
    this.training = scope.training();
    this.scope = scope;
    this.from = from;
  }

  Optional<StageConf> read(Section data, Optional<SourceConf> source, String fromName) {
    data.knowing(Keys.STAGE_DATA);
    Optional<SplitRule> split = DataReader.split(data, source);
    Optional<Normalization> normalization = DataReader.normalization(data);
    Optional<Integer> epochs = scope.value("epochs", HyperparameterReader.EPOCHS);
    epochs.ifPresent(n -> training.reading().use(training.path() + ".epochs", n));
    Optional<SearchSpace> space = HyperparameterReader.space(scope);
    Overrides overrides = overrides(space);
    if (space.isPresent() && split.isPresent() && source.isPresent()) {
      int largest = Collections.max(HyperparameterReader.extremes(space.get().batchSize()));
      int images = source.get().images(split.get().train());
      StageReader.checkBatchSize(scope, StageConf.FINAL, largest, images);
    }
    if (split.isEmpty() || normalization.isEmpty() || epochs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StageConf(
            StageConf.FINAL,
            split.get(),
            normalization.get(),
            epochs.get(),
            new StagePlan.Final(fromName, overrides)));
  }

  /**
   * Returns what is set here. A schedule of another shape than that of the stage before is new
   * altogether; one of the same shape keeps the numbers that are not set.
   *
   * @param space what is set here, together with what the best trial may bring along
   */
  private Overrides overrides(Optional<SearchSpace> space) {
    boolean partly = scope.peekType().equals(from.peekType());
    Optional<LearningRateSchedule> schedule =
        space
            .filter(known -> !partly)
            .map(known -> known.schedule().at(new double[ScheduleSpace.DIMENSIONS], 0));
    Optional<Double> eta = own(Axis.ETA.key(), HyperparameterReader.ETA);
    Optional<Double> etaMin = own(Axis.ETA_MIN.key(), HyperparameterReader.ETA_MIN);
    Optional<Double> etaMax = own(Axis.ETA_MAX.key(), HyperparameterReader.ETA);
    Optional<Integer> halfCycle = own(Axis.HALF_CYCLE.key(), HyperparameterReader.HALF_CYCLE);
    return new Overrides(
        own(Axis.HIDDEN.key(), HyperparameterReader.HIDDEN),
        own(Axis.L2.key(), HyperparameterReader.L2),
        own(Axis.BATCH_SIZE.key(), HyperparameterReader.BATCH_SIZE),
        own(Axis.INITIALIZATION.key(), HyperparameterReader.INITIALIZATION),
        schedule,
        etaMin.filter(rate -> partly),
        etaMax.or(() -> eta).filter(rate -> partly),
        halfCycle.filter(updates -> partly));
  }

  private <T> Optional<T> own(String key, Format<T> format) {
    return training.own(key).flatMap(entry -> training.read(key, format));
  }
}
