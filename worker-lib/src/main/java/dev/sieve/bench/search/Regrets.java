package dev.sieve.bench.search;

import static dev.sieve.Checks.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Regrets of the same searches under many seeds.
 *
 * @param bySeed one a seed, in their order
 */
public record Regrets(List<Double> bySeed) {

  public Regrets {
    bySeed = List.copyOf(bySeed);
    require(!bySeed.isEmpty(), "regrets", "must not be empty", bySeed);
  }

  /** Returns their mean. */
  public double mean() {
    return bySeed.stream().mapToDouble(x -> x).sum() / bySeed.size();
  }

  /** Returns the standard error of their mean; NaN of one seed. */
  public double error() {
    double mean = mean();
    double squares = bySeed.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (bySeed.size() - 1) / bySeed.size());
  }

  /** Returns the regrets that are, seed by seed, the means of {@code all}. */
  public static Regrets meanOf(List<Regrets> all) {
    List<Double> means = new ArrayList<>();
    for (int seed = 0; seed < all.get(0).bySeed().size(); seed++) {
      double sum = 0;
      for (Regrets one : all) {
        sum += one.bySeed().get(seed);
      }
      means.add(sum / all.size());
    }
    return new Regrets(means);
  }
}
