package dev.sieve.driver.conf.read;

import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
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
  Optional<StageConf> read(Section data, Optional<DataSource> source, String fromName) {
    StageBasics basics = StageBasics.read(StageConf.FINAL, stage, scope, data, source);
    return basics.conf(
        StageConf.FINAL,
        basics
            .space()
            .map(
                space ->
                    new StagePlan.Final(
                        space, new Narrowing(fromName, 1, 0, owned(space.domain(Axes.EPOCHS))))));
  }

  /**
   * Returns what this stage sets anew: what it says itself, and the epochs, which are written down
   * even where they are those of the stage before, unless that one searches them.
   */
  private Set<Axis<?>> owned(Domain<Integer> epochs) {
    Set<Axis<?>> owned = new HashSet<>(scope.owned());
    if (epochs.levels() == 1) {
      stage.reading().use(stage.path() + ".training.epochs", epochs.at(0));
      owned.add(Axes.EPOCHS);
    }
    return owned;
  }
}
