package dev.sieve.driver.conf;

import dev.sieve.data.Normalization;
import dev.sieve.data.SplitRule;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
    Optional<Integer> repeats = stage.read("repeats", StageReader.REPEATS);
    Optional<Domain<Integer>> batchSize = HyperparameterReader.batchSize(scope);
    Optional<SearchSpace> space = HyperparameterReader.space(scope, batchSize);
    Optional<FitCheck> fit =
        source.flatMap(
            known ->
                split.map(
                    rule -> new FitCheck(scope, StageConf.FINAL, known.images(rule.train()))));
    fit.ifPresent(check -> batchSize.ifPresent(check::checkBatches));
    if (split.isEmpty() || normalization.isEmpty() || repeats.isEmpty() || space.isEmpty()) {
      return Optional.empty();
    }
    fit.ifPresent(check -> check.checkHalfCycles(space.get()));
    Narrowing narrowing = new Narrowing(fromName, 1, 0, owned(space.get().epochs()));
    return Optional.of(
        new StageConf(
            StageConf.FINAL,
            split.get(),
            normalization.get(),
            repeats.get(),
            new StagePlan.Final(space.get(), narrowing)));
  }

  /**
   * Returns what this stage sets anew: what it says itself, and the epochs, which are written down
   * even where they are those of the stage before, unless that one searches them.
   */
  private Set<Axis> owned(Domain<Integer> epochs) {
    Set<Axis> owned = new HashSet<>(scope.owned());
    if (epochs.levels() == 1) {
      stage.reading().use(stage.path() + ".training.epochs", epochs.at(0));
      owned.add(Axis.EPOCHS);
    }
    return owned;
  }
}
