package dev.sieve.driver.conf;

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
    StageBasics basics = StageBasics.read(StageConf.FINAL, stage, scope, data, source);
    basics.epochs().ifPresent(n -> stage.reading().use(stage.path() + ".training.epochs", n));
    Narrowing narrowing = new Narrowing(fromName, 1, 0, scope.owned());
    return basics.conf(
        StageConf.FINAL, basics.space().map(space -> new StagePlan.Final(space, narrowing)));
  }
}
