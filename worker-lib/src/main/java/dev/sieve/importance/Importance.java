package dev.sieve.importance;

import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.gp.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which axes of the cube decide scores. F. Hutter, H. Hoos and K. Leyton-Brown, "An Efficient
 * Approach for Assessing Hyperparameter Importance", ICML 2014, over the mean of a Gaussian process
 * in place of their forest: it knows the noise of scores, which is then nobody's share.
 *
 * @param chance standard deviation of one score that its known noise causes; 0 where none is known
 * @param deviation of the expected score over the cube, in the scores' unit
 * @param effects of each axis in turn, then of pairs
 */
public record Importance(double chance, double deviation, List<Effect> effects) {
  /** Below so many scores, nothing can be said. */
  public static final int FEWEST = 8;

  private static final int POINTS = 4096;
  private static final double BEST = 0.75;

  public Importance {
    effects = List.copyOf(effects);
  }

  /**
   * Returns that of {@code history}; empty for a cube of one axis, for fewer than {@link #FEWEST}
   * scores, and where all are expected to be equal. Failed evaluations count as the worst score.
   */
  public static Optional<Importance> of(Cube cube, History history) {
    if (cube.dimensions() < 2 || history.scored() < FEWEST) {
      return Optional.empty();
    }
    double[][] points = new SobolSampler(0).points(POINTS, cube.dimensions());
    List<Point> snapped = Arrays.stream(points).map(cube::snap).toList();
    double[] scores = Surface.of(cube, history).at(snapped);
    Anova whole = new Anova(cube, points, scores);
    if (!(whole.total() > 0)) {
      return Optional.empty();
    }
    Anova best = new Anova(cube, points, cutOff(scores));
    List<Effect> effects = new ArrayList<>();
    for (int axis = 0; axis < cube.dimensions(); axis++) {
      effects.add(effect(List.of(axis), whole, whole.of(axis), best, best.of(axis)));
    }
    for (int one = 0; one < cube.dimensions(); one++) {
      for (int two = one + 1; two < cube.dimensions(); two++) {
        effects.add(effect(List.of(one, two), whole, whole.of(one, two), best, best.of(one, two)));
      }
    }
    return Optional.of(new Importance(chance(history), Math.sqrt(whole.total()), effects));
  }

  /** Returns {@code scores} with all but the best quarter raised to its lower end. */
  private static double[] cutOff(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double least = sorted[(int) (BEST * sorted.length)];
    return Arrays.stream(scores).map(score -> Math.max(score, least)).toArray();
  }

  private static Effect effect(
      List<Integer> axes, Anova whole, double variance, Anova best, double varianceOfBest) {
    return new Effect(
        axes,
        variance / whole.total(),
        Math.sqrt(variance),
        best.total() > 0 ? varianceOfBest / best.total() : 0,
        Math.sqrt(varianceOfBest));
  }

  private static double chance(History history) {
    return Math.sqrt(
        history.evaluations().stream()
            .filter(Evaluation::scored)
            .mapToDouble(Evaluation::variance)
            .average()
            .orElse(0));
  }
}
