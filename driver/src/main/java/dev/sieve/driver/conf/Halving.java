package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;
import dev.sieve.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Successive halving: the configurations of a round are trained up to a rung, the best of them go
 * on to the next one, and the others are pruned. Jamieson and Talwalkar, "Non-stochastic Best Arm
 * Identification and Hyperparameter Optimization", AISTATS 2016; Li, Jamieson, DeSalvo,
 * Rostamizadeh and Talwalkar, "Hyperband", JMLR 18, 2018.
 *
 * <p>In brackets, some of the configurations begin at a later rung, so that those are not lost
 * which do well late; the last bracket prunes nothing. All brackets train about as many epochs.
 *
 * @param rungs epochs, rising; the last are those of the whole training
 * @param keep share of the configurations at a rung that go on, see {@link #kept}
 * @param audit share of the pruned configurations that are trained to the end all the same, to see
 *     what pruning costs
 * @param brackets 1, or at most as many as there are rungs: the first begins at the first of them,
 *     the second at the second, and so on
 */
public record Halving(List<Integer> rungs, double keep, double audit, int brackets)
    implements Pruner {
  /** Of {@code keep}. */
  public static final Rule<Double> PART =
      new Rule<>("must be above 0 and below 1, such as 1/3", x -> 0 < x && x < 1);

  public Halving {
    rungs = List.copyOf(rungs);
    require(rungs.size() >= 2, "rungs", "must be at least two", rungs);
    require(rungs.get(0) >= 1 && isRising(rungs), "rungs", "must be >= 1, and rise", rungs);
    PART.require("keep", keep);
    Rule.PROBABILITY.require("audit", audit);
    require(
        1 <= brackets && brackets <= rungs.size(),
        "brackets",
        "must be 1 to the number of rungs, " + rungs.size(),
        brackets);
  }

  /** In one bracket. */
  public Halving(List<Integer> rungs, double keep, double audit) {
    this(rungs, keep, audit, 1);
  }

  private static boolean isRising(List<Integer> rungs) {
    return IntStream.range(1, rungs.size()).allMatch(i -> rungs.get(i - 1) < rungs.get(i));
  }

  /** Returns the nearest number to the share that goes on, at least one. */
  @Override
  public int kept(int configurations) {
    return (int) Math.max(1, Math.round(keep * configurations));
  }

  @Override
  public String title() {
    return brackets == 1 ? "halving" : Texts.format("halving in %d brackets", brackets);
  }

  @Override
  public List<Integer> firstRungs(int configurations) {
    double[] shares = new double[brackets];
    double all = 0;
    for (int bracket = 0; bracket < brackets; bracket++) {
      shares[bracket] = 1 / epochs(bracket);
      all += shares[bracket];
    }
    List<Integer> first = new ArrayList<>();
    double until = 0;
    for (int bracket = 0; bracket < brackets; bracket++) {
      until += shares[bracket] / all * configurations;
      while (first.size() < Math.round(until)) {
        first.add(rungs.get(bracket));
      }
    }
    return List.copyOf(first);
  }

  /** Returns the epochs that a bracket trains for each of its configurations, on average. */
  private double epochs(int bracket) {
    double left = 1;
    double epochs = rungs.get(bracket);
    for (int rung = bracket + 1; rung < rungs.size(); rung++) {
      left *= keep;
      epochs += left * (rungs.get(rung) - rungs.get(rung - 1));
    }
    return epochs;
  }
}
