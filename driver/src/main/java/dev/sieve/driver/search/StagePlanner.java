package dev.sieve.driver.search;

import dev.sieve.data.ImageSet;
import dev.sieve.data.Normalization;
import dev.sieve.data.PixelScaling;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.sample.Sampler;
import dev.sieve.sample.Streams;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes trials of stages: a pure function of conf, data and the results of earlier stages, so that
 * a search that is continued plans the same trials again.
 */
final class StagePlanner {
  private final SearchConf conf;
  private final ImageSet images;
  private final Map<SplitRule, Split> splits = new HashMap<>();
  private final Map<Scaled, PixelScaling> scalings = new HashMap<>();

  /** What a scaling is fitted to. */
  private record Scaled(SplitRule split, Normalization normalization) {}

  StagePlanner(SearchConf conf, ImageSet images) {
    this.conf = conf;
    this.images = images;
  }

  /** Returns the stage that {@code stage} waits for, if any. */
  static Optional<String> waitsFor(StageConf stage) {
    if (stage.plan() instanceof StagePlan.Final last) {
      return Optional.of(last.from());
    }
    return ((StagePlan.Search) stage.plan()).narrowing().map(Narrowing::from);
  }

  /** Refuses splits that the images at hand do not allow, before anything is trained. */
  void checkSplits() {
    conf.stages().forEach(stage -> split(stage.split()));
  }

  /**
   * Returns {@code stage} with its trials.
   *
   * @param done results of the stages before it, by stage
   */
  PlannedStage plan(StageConf stage, Map<String, List<TrialResult>> done) {
    Split split = split(stage.split());
    PixelScaling scaling =
        scalings.computeIfAbsent(
            new Scaled(stage.split(), stage.normalization()),
            key -> key.normalization().fit(images.train(), split.train()));
    if (stage.plan() instanceof StagePlan.Final last) {
      Hyperparameters best = best(last.from(), done.get(last.from()), 1).get(0);
      Hyperparameters chosen = last.overrides().applyTo(best);
      checkBatch(stage, chosen, split);
      Trial trial = new Trial(stage.name(), 0, chosen, 0, stage.epochs());
      return new PlannedStage(stage, split, scaling, List.of(trial), Optional.empty());
    }
    StagePlan.Search search = (StagePlan.Search) stage.plan();
    Optional<SearchSpace> narrowed =
        search.narrowing().map(narrowing -> narrowed(search, narrowing, done));
    List<Trial> trials = draw(stage, search, narrowed.orElse(search.space()));
    trials.forEach(trial -> checkBatch(stage, trial.hyperparameters(), split));
    return new PlannedStage(stage, split, scaling, trials, narrowed);
  }

  private Split split(SplitRule rule) {
    return splits.computeIfAbsent(rule, key -> Split.of(images, key, conf.seed()));
  }

  private SearchSpace narrowed(
      StagePlan.Search search, Narrowing narrowing, Map<String, List<TrialResult>> done) {
    List<TrialResult> earlier = done.get(narrowing.from());
    return narrowing.applyTo(search.space(), best(narrowing.from(), earlier, narrowing.best()));
  }

  private List<Trial> draw(StageConf stage, StagePlan.Search search, SearchSpace space) {
    long seed = Streams.seed(conf.seed(), "points", stage.name());
    Sampler sampler = search.sampler().over(space, seed);
    double[][] points = sampler.points(search.trials(), SearchSpace.DIMENSIONS);
    return IntStream.range(0, search.trials())
        .mapToObj(i -> new Trial(stage.name(), i, space.at(points[i]), 0, stage.epochs()))
        .toList();
  }

  /** Returns the hyperparameters of the best {@code count} trials that completed. */
  private static List<Hyperparameters> best(String from, List<TrialResult> results, int count) {
    List<Hyperparameters> best =
        results.stream()
            .filter(result -> result.status() == Status.COMPLETED)
            .sorted(TrialResult.BEST_FIRST)
            .limit(count)
            .map(result -> result.trial().hyperparameters())
            .toList();
    if (best.isEmpty()) {
      throw new SearchFailure("no trial of stage " + from + " completed: nothing to go on from");
    }
    return best;
  }

  private static void checkBatch(StageConf stage, Hyperparameters chosen, Split split) {
    if (chosen.batchSize() > split.train().length) {
      throw new UserError(
          "batch-size must be <= %d, the training images of stage %s, but was %d"
              .formatted(split.train().length, stage.name(), chosen.batchSize()));
    }
  }

  /** Returns what {@code narrowed} came to, axis by axis, for {@code provenance.json}. */
  static Map<String, String> describe(SearchSpace narrowed) {
    Map<String, String> ranges = new TreeMap<>();
    ranges.put("l2", narrowed.l2().toString());
    ranges.put("schedule", narrowed.schedule().toString());
    ranges.put("batch-size", narrowed.batchSize().toString());
    ranges.put("hidden", narrowed.hidden().toString());
    return ranges;
  }
}
