package dev.sieve.sample.gp;

import static dev.sieve.Checks.check;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import java.util.List;

/**
 * Scores over the whole cube, as a Gaussian process expects them: its posterior mean. The noise of
 * single scores is smoothed out, and what is far below the median is told no further apart.
 */
public final class Surface {
  private final Model model;

  private Surface(Model model) {
    this.model = model;
  }

  /** Returns that of {@code history}, which holds a score at least. */
  public static Surface of(Cube cube, History history) {
    check(history.scores() > 0, "a surface needs at least one score");
    return new Surface(Model.of(cube, history));
  }

  /** Returns the score that is expected at each of {@code points}, in the scores' unit. */
  public double[] at(List<Point> points) {
    double[] scores = model.process().means(points);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = model.units().invert(scores[i]);
    }
    return scores;
  }
}
