package dev.sieve.driver.plan;

import dev.sieve.data.Split;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.result.TrialRow;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Optional;

/**
 * A stage whose trials are known.
 *
 * @param classes of its data
 * @param narrowed the space that they were drawn from, where it was narrowed
 */
public record PlannedStage(
    StageConf conf,
    Split split,
    Scaling scaling,
    int classes,
    List<Trial> trials,
    Optional<SearchSpace> narrowed) {
  public PlannedStage {
    trials = List.copyOf(trials);
  }

  public String name() {
    return conf.name();
  }

  /** Returns the row of {@code result}, a trial's of this stage. */
  public TrialRow row(SearchConf search, TrialResult result) {
    return new TrialRow(
        search.name(),
        search.seed(),
        conf.normalization().text(),
        scaling.inputs(),
        classes,
        split.train().length,
        split.validation().length,
        result);
  }

  public boolean isFinal() {
    return name().equals(StageConf.FINAL);
  }
}
