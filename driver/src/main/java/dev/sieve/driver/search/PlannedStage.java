package dev.sieve.driver.search;

import dev.sieve.data.Scaling;
import dev.sieve.data.Split;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * A stage whose trials are known.
 *
 * @param narrowed the space that they were drawn from, where it was narrowed
 */
record PlannedStage(
    StageConf conf,
    Split split,
    Scaling scaling,
    List<Trial> trials,
    Optional<SearchSpace> narrowed) {
  PlannedStage {
    trials = List.copyOf(trials);
  }

  String name() {
    return conf.name();
  }

  boolean isFinal() {
    return name().equals(StageConf.FINAL);
  }
}
