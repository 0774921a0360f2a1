package dev.sieve.driver.stage;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.component.VaryingInputs;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.space.SearchSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The examples of each stage: split, and scaled by what its training examples say, when they are
 * first asked for. Stages with the same rules get the same objects.
 */
public final class StageData {
  private final SearchConf conf;
  private final DataSet set;
  private final Map<SplitRule, Split> splits = new HashMap<>();
  private final Map<Scaled, Scaling> scalings = new HashMap<>();
  private final Map<Scaled, StageComponents.Basis> bases = new HashMap<>();

  /** What a scaling is fitted to. */
  private record Scaled(SplitRule split, Normalization normalization) {
    static Scaled of(StageConf stage) {
      return new Scaled(stage.split(), stage.normalization());
    }
  }

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
    conf.stages().forEach(this::checkComponents);
    if (set.shape() == null || set.pool().values() instanceof FloatValues) {
      conf.stages().forEach(this::checkUnmoved);
      checkUnmirrored();
    }
  }

  private void checkUnmirrored() {
    if (conf.evaluation().mirror()) {
      throw new DataException(
          Texts.format(
              "evaluation.mirror must be false for data that are no images of bytes, but %s",
              kind()));
    }
  }

  private String kind() {
    return set.name() + " are " + (set.shape() == null ? "no images" : "images of floats");
  }

  private void checkComponents(StageConf stage) {
    stage
        .components()
        .ifPresent(
            count -> {
              int[] rows = split(stage.split()).train();
              checkAtMost(count, set.width(), stage, "inputs");
              checkAtMost(count, rows.length, stage, "training examples");
              int varying = VaryingInputs.count(pool(stage), rows, count);
              checkAtMost(count, varying, stage, "inputs that differ among training examples");
            });
  }

  private void checkAtMost(int components, int most, StageConf stage, String what) {
    if (components > most) {
      throw new DataException(
          Texts.format(
              "data.components of stage %s must be at most %d, the number of %s of %s, but was %d",
              stage.name(), most, what, set.name(), components));
    }
  }

  private void checkUnmoved(StageConf stage) {
    SearchSpace space = stage.plan().space();
    space.axes().stream()
        .filter(axis -> axis.isOfImages() && !space.isNeutral(axis))
        .findFirst()
        .ifPresent(
            axis -> {
              throw new DataException(
                  Texts.format(
                      "%s of stage %s must be %s for data that are no images of bytes, but %s",
                      axis.name(), stage.name(), axis.neutral(), kind()));
            });
  }

  private NormalizedExamples pool(StageConf stage) {
    return new NormalizedExamples(set.pool(), set.shape(), scaling(stage));
  }

  /** Returns {@code stage} with its examples. */
  public Stage of(StageConf stage) {
    Split split = split(stage.split());
    Scaling scaling = scaling(stage);
    Optional<StageComponents> components =
        stage
            .components()
            .map(
                count ->
                    bases
                        .computeIfAbsent(
                            Scaled.of(stage), key -> new StageComponents.Basis(set, split, scaling))
                        .components(count, conf.seed()));
    return new Stage(stage, split, scaling, components, set.classes(), conf.evaluation().metric());
  }

  private Scaling scaling(StageConf stage) {
    return scalings.computeIfAbsent(
        Scaled.of(stage),
        key -> key.normalization().fit(set.pool().values(), split(key.split()).train()));
  }

  private Split split(SplitRule rule) {
    return splits.computeIfAbsent(rule, key -> Split.of(set, key, conf.seed()));
  }
}
