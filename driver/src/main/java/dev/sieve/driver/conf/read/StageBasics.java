package dev.sieve.driver.conf.read;

import dev.sieve.Texts;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.format.Formats;
import dev.sieve.space.Axes;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/**
 * What a conf says of every stage, {@code final} or not; empty where something was refused.
 *
 * @param components none where all inputs train, or where they were refused
 * @param race whether repeats end early for a configuration that is worse
 * @param fit checks against the number of training images, where that is known
 */
record StageBasics(
    Optional<SplitRule> split,
    Optional<Normalization> normalization,
    Optional<Integer> components,
    Optional<Integer> repeats,
    boolean race,
    Optional<SearchSpace> space,
    Optional<FitCheck> fit) {

  /** Reads stage {@code name}, so that all its mistakes are found. */
  static StageBasics read(
      String name, Section stage, Scope scope, Section data, Optional<DataSource> source) {
    data.knowing(Keys.STAGE_DATA);
    Optional<SplitRule> split = DataReader.split(data, source);
    Optional<Domain<Integer>> batchSize = scope.domain(Axes.BATCH_SIZE);
    Optional<Integer> components = DataReader.components(own(name, data));
    Optional<SearchSpace> space = SpaceReader.space(scope);
    Optional<FitCheck> fit =
        source.flatMap(
            known ->
                split
                    .flatMap(rule -> known.count(rule.train()))
                    .map(n -> new FitCheck(scope, name, n)));
    Optional<Section> race = name.equals(StageConf.FINAL) ? Optional.empty() : race(stage);
    StageBasics basics =
        new StageBasics(
            split,
            DataReader.normalization(data),
            components,
            race.map(keys -> most(keys))
                .orElseGet(() -> stage.read("repeats", StageReader.REPEATS)),
            race.flatMap(keys -> keys.read("race", Formats.FLAG)).orElse(false),
            space,
            fit);
    fit.ifPresent(check -> batchSize.ifPresent(check::checkBatches));
    if (components.isPresent()) {
      space.ifPresent(known -> checkInputsUnchanged(scope, known));
    }
    return basics;
  }

  /** Returns what stands in place of a number of repeats, where something does. */
  private static Optional<Section> race(Section stage) {
    return stage.inside("repeats").map(keys -> keys.knowing(Keys.REPEATS));
  }

  private static Optional<Integer> most(Section repeats) {
    return repeats.require(
        "most", StageReader.REPEATS, "must be given: the repeats of those that stay in the race");
  }

  /** The stage final trains on all inputs, unless it says otherwise itself. */
  private static Section own(String name, Section data) {
    return name.equals(StageConf.FINAL) ? data.withoutDefaults() : data;
  }

  /** Refuses what principal components cannot be put through. */
  private static void checkInputsUnchanged(Scope scope, SearchSpace space) {
    space.axes().stream()
        .filter(axis -> axis.isOfPixels() && !space.isNeutral(axis))
        .forEach(
            axis ->
                scope
                    .problems()
                    .refuse(
                        scope.entry(axis.key()).orElseThrow(),
                        Texts.format(
                            "must be %s where data.components is given: it changes single inputs",
                            axis.neutral())));
  }

  /** Returns the stage with {@code plan}; nothing where any part of it was refused. */
  Optional<StageConf> conf(String name, Optional<StagePlan> plan) {
    if (split.isEmpty()
        || normalization.isEmpty()
        || repeats.isEmpty()
        || space.isEmpty()
        || plan.isEmpty()) {
      return Optional.empty();
    }
    fit.ifPresent(check -> check.checkHalfCycles(space.get()));
    return Optional.of(
        new StageConf(
            name, split.get(), normalization.get(), components, repeats.get(), race, plan.get()));
  }
}
