package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;
import java.util.Collections;
import java.util.List;

/**
 * Median stopping: a configuration is pruned that is worse at a rung than the median of those
 * before it, in the order of trials, were there. Golovin and others, "Google Vizier: A Service for
 * Black-Box Optimization", KDD 2017.
 *
 * @param rungs epochs, rising; the last are those of the whole training
 * @param earlier configurations that must have been at a rung before one is pruned there
 * @param audit share of the pruned configurations that are trained to the end all the same
 */
public record MedianStopping(List<Integer> rungs, int earlier, double audit) implements Pruner {

  public MedianStopping {
    rungs = List.copyOf(rungs);
    require(rungs.size() >= 2, "rungs", "must be at least two", rungs);
    require(earlier >= 1, "earlier", "must be >= 1", earlier);
    Rule.PROBABILITY.require("audit", audit);
  }

  /** Returns about how many do: half of those that are compared. */
  @Override
  public int kept(int configurations) {
    int compared = Math.max(0, configurations - earlier);
    return configurations - compared / 2;
  }

  @Override
  public String title() {
    return "median stopping";
  }

  @Override
  public List<Integer> firstRungs(int configurations) {
    return Collections.nCopies(configurations, rungs.get(0));
  }
}
