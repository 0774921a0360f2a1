package dev.sieve.driver.plan;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.space.Axis;
import dev.sieve.space.SearchSpace;
import java.util.HashMap;
import java.util.Map;

/**
 * The examples of each stage: split, and scaled by what its training examples say, when they are
 * first asked for. Stages with the same rules get the same objects.
 */
public final class StageData {
  private final SearchConf conf;
  private final DataSet set;
  private final Map<SplitRule, Split> splits = new HashMap<>();
  private final Map<Scaled, Scaling> scalings = new HashMap<>();

  /** What a scaling is fitted to. */
  private record Scaled(SplitRule split, Normalization normalization) {}

  public StageData(SearchConf conf, DataSet set) {
    this.conf = conf;
    this.set = set;
  }

  /**
   * Refuses, before anything is trained, splits that the data at hand do not allow, and what only
   * images can be put through.
   *
   * @throws DataException with the stage and what is wrong
   */
  public void checkData() {
    conf.stages().forEach(stage -> split(stage.split()));
    if (set.shape() == null || set.pool().values() instanceof FloatValues) {
      conf.stages().forEach(this::checkUnmoved);
    }
  }

  private void checkUnmoved(StageConf stage) {
    SearchSpace space = stage.plan().space();
    space.axes().stream()
        .filter(axis -> axis.isOfImages() && !isNeutral(axis, space))
        .findFirst()
        .ifPresent(
            axis -> {
              throw new DataException(
                  "%s of stage %s must be %s for data that are no images of bytes, but %s are %s"
                      .formatted(
                          axis.name(),
                          stage.name(),
                          axis.neutral(),
                          set.name(),
                          set.shape() == null ? "no images" : "images of floats"));
            });
  }

  private static <T> boolean isNeutral(Axis<T> axis, SearchSpace space) {
    return space.domain(axis).extremes().stream().allMatch(axis.neutral()::equals);
  }

  /** Returns {@code stage} with its examples. */
  public Stage of(StageConf stage) {
    Split split = split(stage.split());
    Scaling scaling =
        scalings.computeIfAbsent(
            new Scaled(stage.split(), stage.normalization()),
            key -> key.normalization().fit(set.pool().values(), split.train()));
    return new Stage(stage, split, scaling, set.classes());
  }

  private Split split(SplitRule rule) {
    return splits.computeIfAbsent(rule, key -> Split.of(set, key, conf.seed()));
  }
}
