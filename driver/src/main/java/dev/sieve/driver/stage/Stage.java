package dev.sieve.driver.stage;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.Split;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.result.TrialRow;
import dev.sieve.train.TrainingData;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Score;
import dev.sieve.trial.TrialResult;
import java.util.Optional;

/**
 * A stage, and the images that it trains and validates on.
 *
 * @param scaling fitted to its training examples
 * @param components that are its inputs; empty where all inputs are
 * @param classes of its data
 * @param metric what the search maximizes
 */
public record Stage(
    StageConf conf,
    Split split,
    Scaling scaling,
    Optional<StageComponents> components,
    int classes,
    Metric metric) {
  public Stage {
    requireNonNull(conf, "conf is null");
    requireNonNull(split, "split is null");
    requireNonNull(scaling, "scaling is null");
    requireNonNull(components, "components are null");
    requireNonNull(metric, "metric is null");
  }

  public String name() {
    return conf.name();
  }

  public boolean isFinal() {
    return name().equals(StageConf.FINAL);
  }

  /**
   * Returns the inputs of this stage, of which those at {@code trainRows} train.
   *
   * @param images all data of the search
   */
  public TrainingData data(DataSet images, int[] trainRows) {
    return components
        .map(known -> TrainingData.of(known.examples(), trainRows, split.validation()))
        .orElseGet(() -> TrainingData.of(images, trainRows, split.validation(), scaling));
  }

  /** Returns the row of {@code result}, a trial's of this stage, as far as that alone tells it. */
  public TrialRow row(SearchConf search, TrialResult result) {
    return row(search, result, null, null, null);
  }

  /**
   * Returns the row of {@code result}, a trial's of this stage.
   *
   * @param score what it counts where the best are chosen; null where that is its accuracy
   * @param rung epochs after which it was pruned; null where it was not
   * @param leftRace why its configuration got no further repeats; null where it left no race
   */
  public TrialRow row(
      SearchConf search, TrialResult result, Score score, Integer rung, String leftRace) {
    return new TrialRow(
        search.name(),
        search.seed(),
        conf.normalization().text(),
        components.map(StageComponents::count).orElse(scaling.inputs()),
        classes,
        split.train().length,
        split.validation().length,
        result,
        score,
        rung,
        leftRace);
  }
}
