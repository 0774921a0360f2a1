package dev.sieve.driver.conf;

import dev.sieve.Texts;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * The sampler of a stage that leaves the choice to Sieve.
 *
 * @param why in words; empty where there is nothing to choose
 */
public record AutoSampler(SamplerName sampler, String why) {
  /** The Gaussian process takes too long with more. */
  private static final int MOST_OF_GP = 500;

  /**
   * Returns the one for a stage.
   *
   * @param space before it is narrowed
   * @param trials of the stage, where these are known
   */
  public static AutoSampler of(SearchSpace space, boolean narrowed, Optional<Integer> trials) {
    List<Axis<?>> searched = space.searched();
    long lists = searched.stream().filter(axis -> isList(space, axis)).count();
    if (lists == searched.size() && !narrowed) {
      return new AutoSampler(SamplerName.GRID, searched.isEmpty() ? "" : "only lists are searched");
    }
    if (searched.isEmpty()) {
      return new AutoSampler(SamplerName.RANDOM, "");
    }
    if (trials.filter(n -> n > MOST_OF_GP).isPresent()) {
      return new AutoSampler(SamplerName.TPE, "more than " + MOST_OF_GP + " trials");
    }
    return 2 * lists > searched.size()
        ? new AutoSampler(
            SamplerName.TPE,
            Texts.format("%d of %d hyperparameters are lists", lists, searched.size()))
        : new AutoSampler(
            SamplerName.GP,
            Texts.format(
                "at most %d trials, and %s",
                MOST_OF_GP,
                lists == 0
                    ? "ranges alone"
                    : Texts.format(
                        "%d of %d hyperparameters are ranges",
                        searched.size() - lists, searched.size())));
  }

  private static boolean isList(SearchSpace space, Axis<?> axis) {
    return space.domain(axis) instanceof Domain.Choice;
  }
}
