package dev.sieve.driver.conf;

import dev.sieve.data.Normalization;
import dev.sieve.data.SplitRule;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/** Reads the stage {@code final}, which trains the best configuration of an earlier stage. */
final class FinalReader {
  private final Section stage;
  private final Scope scope;

  /**
   * @param scope the stage's, over that of the stage it takes its configuration from
   */
  FinalReader(Section stage, Scope scope) {
    this.stage = stage;
    this.scope = scope;
  }

  /**
   * A schedule of another shape than that of the stage before is new altogether; one of the same
   * shape keeps the numbers that are not set.
   */
  Optional<StageConf> read(Section data, Optional<SourceConf> source, String fromName) {
    data.knowing(Keys.STAGE_DATA);
    Optional<SplitRule> split = DataReader.split(data, source);
    Optional<Normalization> normalization = DataReader.normalization(data);
    Optional<Integer> epochs = scope.value("epochs", HyperparameterReader.EPOCHS);
    epochs.ifPresent(n -> stage.reading().use(stage.path() + ".training.epochs", n));
    Optional<Integer> repeats = stage.read("repeats", StageReader.REPEATS);
    Optional<Domain<Integer>> batchSize = HyperparameterReader.batchSize(scope);
    Optional<SearchSpace> space = HyperparameterReader.space(scope, batchSize);
    Optional<FitCheck> fit =
        source.flatMap(
            known ->
                split.map(
                    rule -> new FitCheck(scope, StageConf.FINAL, known.images(rule.train()))));
    fit.ifPresent(check -> batchSize.ifPresent(check::checkBatches));
    if (split.isEmpty()
        || normalization.isEmpty()
        || epochs.isEmpty()
        || repeats.isEmpty()
        || space.isEmpty()) {
      return Optional.empty();
    }
    fit.ifPresent(check -> check.checkHalfCycles(space.get(), epochs.get()));
    Narrowing narrowing = new Narrowing(fromName, 1, 0, scope.owned());
    return Optional.of(
        new StageConf(
            StageConf.FINAL,
            split.get(),
            normalization.get(),
            epochs.get(),
            repeats.get(),
            new StagePlan.Final(space.get(), narrowing)));
  }
}
