package dev.sieve.driver.plan;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.Split;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.result.TrialRow;
import dev.sieve.trial.Score;
import dev.sieve.trial.TrialResult;

/**
 * A stage, and the images that it trains and validates on.
 *
 * @param scaling fitted to its training examples
 * @param classes of its data
 */
public record Stage(StageConf conf, Split split, Scaling scaling, int classes) {
  public Stage {
    requireNonNull(conf, "conf is null");
    requireNonNull(split, "split is null");
    requireNonNull(scaling, "scaling is null");
  }

  public String name() {
    return conf.name();
  }

  public boolean isFinal() {
    return name().equals(StageConf.FINAL);
  }

  /** Returns the row of {@code result}, a trial's of this stage, without a score. */
  public TrialRow row(SearchConf search, TrialResult result) {
    return row(search, result, null);
  }

  /**
   * Returns the row of {@code result}, a trial's of this stage.
   *
   * @param score of its configuration; null where none was computed
   */
  public TrialRow row(SearchConf search, TrialResult result, Score score) {
    return new TrialRow(
        search.name(),
        search.seed(),
        conf.normalization().text(),
        scaling.inputs(),
        classes,
        split.train().length,
        split.validation().length,
        result,
        score);
  }
}
