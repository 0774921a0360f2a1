package dev.sieve.sample.gp;

import static dev.sieve.Checks.check;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import java.util.List;

/**
 * What further evaluations promise, as a Gaussian process over all results sees it: the expected
 * improvement of the best of several points at once. Ginsbourger, Le Riche and Carraro, "Kriging Is
 * Well-Suited to Parallelize Optimization", 2010, who also take it from draws.
 *
 * @param incumbent largest posterior mean of the points that have a score, in the scores' unit
 * @param expected how far the best of the further points is expected to exceed it; those that do
 *     not count as 0
 */
public record Gain(double incumbent, double expected) {
  private static final int DRAWS = 1000;

  /**
   * Returns that of evaluating {@code further} points.
   *
   * @param history with a score at least
   */
  public static Gain of(Cube cube, History history, List<Point> further) {
    check(history.scored() > 0, "a gain needs at least one score");
    Model model = Model.of(cube, history);
    Belief known =
        model
            .process()
            .at(
                history.evaluations().stream()
                    .filter(Evaluation::scored)
                    .map(Evaluation::point)
                    .toList());
    double incumbent = known.highestMean();
    double gain = improvement(model.process().at(further), incumbent);
    return new Gain(model.units().invert(incumbent), model.units().scale() * gain);
  }

  /** Returns the mean over pairs of opposite draws, which are always the same ones. */
  private static double improvement(Belief belief, double incumbent) {
    double[][] root = belief.covariances();
    Triangle.factor(root);
    RandomStream random = new RandomStream(0);
    double[] normal = new double[root.length];
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < normal.length; i++) {
        normal[i] = random.nextGaussian();
      }
      sum += best(belief, root, normal, 1, incumbent) + best(belief, root, normal, -1, incumbent);
    }
    return sum / (2 * DRAWS);
  }

  private static double best(
      Belief belief, double[][] root, double[] normal, int sign, double incumbent) {
    double best = 0;
    for (int i = 0; i < normal.length; i++) {
      double off = 0;
      for (int k = 0; k <= i; k++) {
        off += root[k][i] * normal[k];
      }
      best = Math.max(best, belief.mean(i) + sign * off - incumbent);
    }
    return best;
  }
}
