package dev.sieve.driver.conf;

import dev.sieve.sample.GridSampler;
import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.Sampler;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.Locale;

/** How a stage chooses its points. */
public enum SamplerKind {
  /** Independent uniform points. */
  RANDOM {
    @Override
    public Sampler over(SearchSpace space, long seed) {
      return new RandomSampler(seed);
    }
  },
  /** All combinations of the listed values. */
  GRID {
    @Override
    public Sampler over(SearchSpace space, long seed) {
      return new GridSampler(space.cube().stream().map(Domain::levels).toList());
    }
  };

  /** Returns the name by which conf files know this sampler. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the sampler of the points of {@code space}.
   *
   * @param seed of the stage's points; the grid needs none
   */
  public abstract Sampler over(SearchSpace space, long seed);
}
