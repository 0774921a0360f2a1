package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import java.util.Optional;

/**
 * One stage of a search.
 *
 * @param components principal components that are its inputs; empty where all inputs are
 * @param repeats trainings of each of its configurations, all random streams fresh; in {@code
 *     confirm}, further ones of each finalist
 * @param race whether a configuration that is significantly worse than the best one so far gets no
 *     further repeats
 */
public record StageConf(
    String name,
    SplitRule split,
    Normalization normalization,
    Optional<Integer> components,
    int repeats,
    boolean race,
    StagePlan plan) {

  /** The stage that trains the best configurations again, to tell which one is. */
  public static final String CONFIRM = "confirm";

  /** The stage that trains the best configuration once more. */
  public static final String FINAL = "final";

  public StageConf {
    requireNonNull(name, "name is null");
    requireNonNull(split, "split is null");
    requireNonNull(normalization, "normalization is null");
    components.ifPresent(n -> require(n >= 1, "components", "must be >= 1", n));
    require(repeats >= 1, "repeats", "must be >= 1", repeats);
    require(!race || repeats >= 2, "most", "must be >= 2 in a race", repeats);
    requireNonNull(plan, "plan is null");
  }

  /** One without a race. */
  public StageConf(
      String name,
      SplitRule split,
      Normalization normalization,
      Optional<Integer> components,
      int repeats,
      StagePlan plan) {
    this(name, split, normalization, components, repeats, false, plan);
  }

  /** Returns how many repeats a configuration gets in the round that it is drawn for. */
  public int repeatsAtOnce() {
    return race ? 1 : repeats;
  }

  /** Returns whether it trains what an earlier stage has found, and searches nothing itself. */
  public boolean repeatsOthers() {
    return plan.map(search -> false, confirm -> true, last -> true);
  }

  /** Returns whether what follows chooses its best configurations by {@code criterion}. */
  public boolean chooses(ChooseBy criterion) {
    return plan.map(
        search -> search.sampling().choose() == criterion,
        confirm -> criterion == ChooseBy.POSTERIOR_MEAN,
        last -> false);
  }

  /** Returns whether its sampler asks by what it was told, also of other searches. */
  public boolean learns() {
    return plan.map(search -> search.sampler().learns(), confirm -> false, last -> false);
  }

  /** Returns whether it ends where its sampler expects less of going on than noise hides. */
  public boolean stopsWithoutGain() {
    return plan.map(
        search -> search.sampling().stopWhen() == StopWhen.NO_GAIN,
        confirm -> false,
        last -> false);
  }

  /** Returns how trials that do badly are pruned, where they are. */
  public Optional<Pruner> pruner() {
    return plan.map(
        StagePlan.Search::pruner, confirm -> Optional.empty(), last -> Optional.empty());
  }

  /** Returns the number of trials, at most: a space may have fewer configurations. */
  public int trials() {
    return plan.trials(repeats);
  }
}
