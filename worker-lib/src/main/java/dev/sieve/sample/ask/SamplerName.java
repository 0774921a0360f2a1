package dev.sieve.sample.ask;

import dev.sieve.sample.LatinHypercubeSampler;
import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.GridPoints;
import dev.sieve.sample.cube.RandomPoints;
import dev.sieve.sample.cube.SequenceSampler;
import dev.sieve.sample.gp.GpSampler;
import dev.sieve.sample.tpe.TpeSampler;
import java.util.Locale;

/** The samplers there are, by the names that people write. */
public enum SamplerName {
  /** Independent uniform points. */
  RANDOM {
    @Override
    public CubeSampler over(Cube cube, long seed, int budget) {
      return new RandomPoints(cube, new RandomSampler(seed));
    }
  },
  /** Every configuration once, of axes with levels. */
  GRID {
    @Override
    public CubeSampler over(Cube cube, long seed, int budget) {
      return new GridPoints(cube);
    }
  },
  /** Scrambled Sobol points, which spread evenly. */
  SOBOL {
    @Override
    public CubeSampler over(Cube cube, long seed, int budget) {
      return new SequenceSampler(cube, new SobolSampler(seed));
    }
  },
  /** A Latin hypercube: even along each axis. */
  LATIN_HYPERCUBE {
    @Override
    public CubeSampler over(Cube cube, long seed, int budget) {
      return new SequenceSampler(cube, new LatinHypercubeSampler(seed, budget));
    }
  },
  /** A Gaussian process that learns from what was told: the best for up to 500 trials. */
  GP {
    @Override
    public CubeSampler over(Cube cube, long seed, int budget) {
      return GpSampler.ofBudget(cube, seed, budget);
    }
  },
  /** A tree-structured Parzen estimator, which learns likewise, and from any number of trials. */
  TPE {
    @Override
    public CubeSampler over(Cube cube, long seed, int budget) {
      return TpeSampler.of(cube, seed);
    }
  };

  /**
   * Returns whether it asks by what it was told, so that it should not be asked for all at once.
   */
  public boolean learns() {
    return this == GP || this == TPE;
  }

  /** Returns the name as people write it: {@code latin-hypercube}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the sampler of this name.
   *
   * @param seed of all that it draws
   * @param budget how many trials the search is to have, at least 1
   */
  public abstract CubeSampler over(Cube cube, long seed, int budget);
}
