package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Successive halving: the configurations of a round are trained up to a rung, the best of them go
 * on to the next one, and the others are pruned. Jamieson and Talwalkar, "Non-stochastic Best Arm
 * Identification and Hyperparameter Optimization", AISTATS 2016; Li, Jamieson, DeSalvo,
 * Rostamizadeh and Talwalkar, "Hyperband", JMLR 18, 2018.
 *
 * @param rungs epochs, rising; the last are those of the whole training
 * @param keep share of the configurations at a rung that go on, see {@link #kept}
 * @param audit share of the pruned configurations that are trained to the end all the same, to see
 *     what pruning costs
 */
public record Halving(List<Integer> rungs, double keep, double audit) {
  /** Of {@code keep}. */
  public static final Rule<Double> PART =
      new Rule<>("must be above 0 and below 1, such as 1/3", x -> 0 < x && x < 1);

  public Halving {
    rungs = List.copyOf(rungs);
    require(rungs.size() >= 2, "rungs", "must be at least two", rungs);
    require(rungs.get(0) >= 1 && isRising(rungs), "rungs", "must be >= 1, and rise", rungs);
    PART.require("keep", keep);
    Rule.PROBABILITY.require("audit", audit);
  }

  private static boolean isRising(List<Integer> rungs) {
    return IntStream.range(1, rungs.size()).allMatch(i -> rungs.get(i - 1) < rungs.get(i));
  }

  /** Returns the epochs up to which every configuration is trained. */
  public int first() {
    return rungs.get(0);
  }

  /** Returns the rung that follows {@code rung}; nothing behind the last. */
  public Optional<Integer> after(int rung) {
    return rungs.stream().filter(next -> next > rung).findFirst();
  }

  /** Returns how many of so many configurations go on: the nearest number, at least one. */
  public int kept(int configurations) {
    return (int) Math.max(1, Math.round(keep * configurations));
  }

  /** Returns how many of so many pruned configurations are audited: at least one, if any may be. */
  public int audited(int pruned) {
    return (int) Math.min(pruned, Math.ceil(audit * pruned));
  }
}
