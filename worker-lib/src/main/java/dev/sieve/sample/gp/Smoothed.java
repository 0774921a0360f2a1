package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The score of an evaluated point after its neighbours have been heard: the posterior mean of a
 * Gaussian process over all evaluations. It deceives less than the score itself, of which the best
 * is mostly the luckiest.
 *
 * @param score posterior mean, in the scores' unit; NaN where the evaluation has no score
 * @param deviation of what the function is there, in the same unit; NaN likewise
 */
public record Smoothed(double score, double deviation) {
  private static final Smoothed NONE = new Smoothed(Double.NaN, Double.NaN);

  /** Returns one for each evaluation of {@code history}, whichever sampler asked for it. */
  public static List<Smoothed> of(Cube cube, History history) {
    List<Smoothed> smoothed = new ArrayList<>();
    if (history.scores() == 0) {
      history.evaluations().forEach(one -> smoothed.add(NONE));
      return List.copyOf(smoothed);
    }
    Model model = Model.of(cube, history);
    Belief belief =
        model.process().at(history.evaluations().stream().map(Evaluation::point).toList());
    for (int i = 0; i < history.size(); i++) {
      smoothed.add(
          history.evaluations().get(i).scored()
              ? new Smoothed(
                  model.units().invert(belief.mean(i)), model.units().scale() * belief.deviation(i))
              : NONE);
    }
    return List.copyOf(smoothed);
  }

  /**
   * Returns the trial of the largest smoothed score, the first of equal ones; empty where no trial
   * has a score.
   */
  public static OptionalInt best(Cube cube, History history) {
    List<Smoothed> smoothed = of(cube, history);
    return IntStream.range(0, smoothed.size())
        .filter(i -> !Double.isNaN(smoothed.get(i).score()))
        .boxed()
        .max(
            Comparator.comparingDouble((Integer i) -> smoothed.get(i).score())
                .thenComparing(Comparator.reverseOrder()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
