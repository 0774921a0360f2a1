package dev.sieve.driver.plan;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.sample.Sampler;
import dev.sieve.sample.Streams;
import dev.sieve.space.AugmentationSpace;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes trials of stages: a pure function of conf, data and the results of earlier stages, so that
 * a search that is continued plans the same trials again.
 */
public final class StagePlanner {
  private final SearchConf conf;
  private final DataSet set;
  private final Map<SplitRule, Split> splits = new HashMap<>();
  private final Map<Scaled, Scaling> scalings = new HashMap<>();
  private final Map<String, SearchSpace> searched = new HashMap<>();

  /** What a scaling is fitted to. */
  private record Scaled(SplitRule split, Normalization normalization) {}

  public StagePlanner(SearchConf conf, DataSet set) {
    this.conf = conf;
    this.set = set;
  }

  /** Returns the stage that {@code stage} waits for, if any. */
  public static Optional<String> waitsFor(StageConf stage) {
    if (stage.plan() instanceof StagePlan.Final last) {
      return Optional.of(last.narrowing().from());
    }
    return ((StagePlan.Search) stage.plan()).narrowing().map(Narrowing::from);
  }

  /** Refuses what the data at hand do not allow, before anything is trained. */
  public void checkData() {
    conf.stages().forEach(stage -> split(stage.split()));
    if (set.shape() == null || set.pool().values() instanceof FloatValues) {
      conf.stages().forEach(this::checkStill);
    }
  }

  /** Refuses to mirror or shift what are no images of bytes. */
  private void checkStill(StageConf stage) {
    AugmentationSpace augmentation = stage.plan().space().augmentation();
    boolean flips = anyAbove0(augmentation.flip());
    if (flips || anyAbove0(augmentation.shift())) {
      throw new DataException(
          "%s of stage %s must be 0 for data that are no images of bytes, but %s are %s"
              .formatted(
                  flips ? "flip" : "shift",
                  stage.name(),
                  set.name(),
                  set.shape() == null ? "no images" : "images of floats"));
    }
  }

  /** Whether a value is above 0: of a list one of them, of a range its end. */
  private static <T extends Number> boolean anyAbove0(Domain<T> domain) {
    return domain instanceof Domain.Choice<T> choice
        ? choice.values().stream().anyMatch(value -> value.doubleValue() > 0)
        : domain.at(Math.nextDown(1.0)).doubleValue() > 0;
  }

  /**
   * Returns {@code stage} with its trials. The stage that it waits for has been planned here
   * before.
   *
   * @param done results of the stages before it, by stage
   */
  public PlannedStage plan(StageConf stage, Map<String, List<TrialResult>> done) {
    Split split = split(stage.split());
    Scaling scaling =
        scalings.computeIfAbsent(
            new Scaled(stage.split(), stage.normalization()),
            key -> key.normalization().fit(set.pool().values(), split.train()));
    if (stage.plan() instanceof StagePlan.Final last) {
      Candidate chosen = last.applyTo(best(done, last.narrowing()).get(0));
      List<Trial> trials = trials(stage, List.of(chosen));
      return new PlannedStage(stage, split, scaling, set.classes(), trials, Optional.empty());
    }
    StagePlan.Search search = (StagePlan.Search) stage.plan();
    Optional<SearchSpace> narrowed =
        search
            .narrowing()
            .map(
                narrowing ->
                    narrowing.applyTo(
                        search.space(), searched.get(narrowing.from()), best(done, narrowing)));
    SearchSpace space = narrowed.orElse(search.space());
    searched.put(stage.name(), space);
    List<Trial> trials = trials(stage, draw(conf.seed(), stage, search, space));
    return new PlannedStage(stage, split, scaling, set.classes(), trials, narrowed);
  }

  private Split split(SplitRule rule) {
    return splits.computeIfAbsent(rule, key -> Split.of(set, key, conf.seed()));
  }

  /** Returns the trials of the first stage of {@code conf}, which waits for no other. */
  static List<Trial> first(SearchConf conf) {
    StageConf stage = conf.stages().get(0);
    StagePlan.Search search = (StagePlan.Search) stage.plan();
    return trials(stage, draw(conf.seed(), stage, search, search.space()));
  }

  private static List<Candidate> draw(
      long searchSeed, StageConf stage, StagePlan.Search search, SearchSpace space) {
    long seed = Streams.seed(searchSeed, "points", stage.name());
    Sampler sampler = search.sampler().over(space, seed);
    double[][] points = sampler.points(search.configurations(), SearchSpace.DIMENSIONS);
    return Arrays.stream(points).map(space::at).toList();
  }

  /**
   * Returns all repeats of the first candidate, then those of the second, and so on. One that is
   * drawn again, from lists or integers, gets further repeats: the same ones would come out the
   * same to the last bit.
   */
  private static List<Trial> trials(StageConf stage, List<Candidate> candidates) {
    Map<Candidate, Integer> repeats = new HashMap<>();
    List<Trial> trials = new ArrayList<>();
    for (Candidate candidate : candidates) {
      for (int i = 0; i < stage.repeats(); i++) {
        int repeat = repeats.merge(candidate, 1, Integer::sum) - 1;
        trials.add(
            new Trial(
                stage.name(),
                trials.size(),
                candidate.hyperparameters(),
                repeat,
                candidate.epochs()));
      }
    }
    return List.copyOf(trials);
  }

  /** Returns the best candidates that {@code narrowing} wants to know. */
  private static List<Candidate> best(Map<String, List<TrialResult>> done, Narrowing narrowing) {
    List<Candidate> best = Ranking.best(done.get(narrowing.from()), narrowing.best());
    if (best.isEmpty()) {
      throw new SearchFailure(
          "no trial of stage " + narrowing.from() + " completed: nothing to go on from");
    }
    return best;
  }
}
