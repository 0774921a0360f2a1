package dev.sieve.bench.search;

import dev.sieve.sample.ask.SamplerName;
import dev.sieve.sample.box.CoarseToFine;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeSampler;
import java.util.List;

/**
 * A sampler in the comparison.
 *
 * @param learns whether it makes a difference how many points it is asked for at a time
 * @param whole whether it lays out its points for the whole budget, so that half of a search is not
 *     the search of half the budget
 */
public record Contender(String name, boolean learns, boolean whole, Maker maker) {

  /** Makes the sampler of one search. */
  @FunctionalInterface
  public interface Maker {
    /** Returns the sampler of a search of {@code budget} trials. */
    CubeSampler over(Cube cube, long seed, int budget);
  }

  /** Returns all samplers there are, and a search that narrows twice. */
  public static List<Contender> all() {
    return List.of(
        new Contender("random", false, false, SamplerName.RANDOM::over),
        new Contender("grid", false, true, (cube, seed, budget) -> new BudgetGrid(cube, budget)),
        new Contender("sobol", false, false, SamplerName.SOBOL::over),
        new Contender("latin-hypercube", false, true, SamplerName.LATIN_HYPERCUBE::over),
        new Contender("coarse-to-fine", false, true, Contender::coarseToFine),
        new Contender("tpe", true, false, SamplerName.TPE::over),
        new Contender("gp", true, false, SamplerName.GP::over));
  }

  /** Three rounds, with a tenth of the trials outside the box: what {@code rounds = 3} does. */
  private static CubeSampler coarseToFine(Cube cube, long seed, int budget) {
    return new CoarseToFine(cube, seed, budget, 3, 0.1);
  }
}
