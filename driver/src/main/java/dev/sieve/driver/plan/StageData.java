package dev.sieve.driver.plan;

import dev.sieve.data.DataSet;
import dev.sieve.data.Normalization;
import dev.sieve.data.Scaling;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import java.util.HashMap;
import java.util.Map;

/**
 * The images of each stage: split, and scaled by what its training images say, when they are first
 * asked for. Stages with the same rules get the same objects.
 */
public final class StageData {
  private final SearchConf conf;
  private final DataSet images;
  private final Map<SplitRule, Split> splits = new HashMap<>();
  private final Map<Scaled, Scaling> scalings = new HashMap<>();

  /** What a scaling is fitted to. */
  private record Scaled(SplitRule split, Normalization normalization) {}

  public StageData(SearchConf conf, DataSet images) {
    this.conf = conf;
    this.images = images;
  }

  /** Refuses splits that the images at hand do not allow, before anything is trained. */
  public void checkSplits() {
    conf.stages().forEach(stage -> split(stage.split()));
  }

  /** Returns {@code stage} with its images. */
  public Stage of(StageConf stage) {
    Split split = split(stage.split());
    Scaling scaling =
        scalings.computeIfAbsent(
            new Scaled(stage.split(), stage.normalization()),
            key -> key.normalization().fit(images.train(), split.train()));
    return new Stage(stage, split, scaling);
  }

  private Split split(SplitRule rule) {
    return splits.computeIfAbsent(rule, key -> Split.of(images, key, conf.seed()));
  }
}
