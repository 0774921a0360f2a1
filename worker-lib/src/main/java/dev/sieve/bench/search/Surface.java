package dev.sieve.bench.search;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a search would see of some networks' accuracies: a function of the cube with noise, and
 * points where training diverges.
 *
 * @param name by which tables call it
 * @param about what it imitates, in a line
 * @param accuracy without noise; what is below that of guessing counts as guessing
 * @param diverges where there is no accuracy
 */
public record Surface(
    String name,
    String about,
    Cube cube,
    ToDoubleFunction<Point> accuracy,
    Predicate<Point> diverges) {
  /** Images that an accuracy is counted on: its binomial noise is known. */
  static final int IMAGES = 10_000;

  /** Accuracy of guessing one of ten classes: nothing is worse. */
  private static final double CHANCE = 0.1;

  /**
   * Deviation between trainings that differ by their random numbers alone, which no sampler is
   * told: two trainings of two layers on CIFAR-10 differ by 0.0057, √2 times as much.
   */
  private static final double BETWEEN_SEEDS = 0.004;

  public Surface {
    require(!name.isEmpty(), "the name of a surface", "must not be empty", name);
    requireNonNull(about, "about is null");
    requireNonNull(cube, "cube is null");
    requireNonNull(accuracy, "accuracy is null");
    requireNonNull(diverges, "diverges is null");
  }

  /** Returns whether no axis has levels, nor depends on another. */
  public boolean continuous() {
    return cube.axes().stream().allMatch(axis -> axis.levels() == 0 && axis.condition().isEmpty());
  }

  /** Returns the accuracy without noise; −∞ where training diverges. */
  public double mean(Point point) {
    return diverges.test(point)
        ? Double.NEGATIVE_INFINITY
        : Math.max(CHANCE, accuracy.applyAsDouble(point));
  }

  /** Returns what one training at {@code point} gives. */
  Outcome evaluate(Point point, RandomStream noise) {
    if (diverges.test(point)) {
      return new Outcome.Failed();
    }
    double mean = mean(point);
    double binomial = mean * (1 - mean) / IMAGES;
    double deviation = Math.sqrt(binomial + BETWEEN_SEEDS * BETWEEN_SEEDS);
    return new Outcome.Score(mean + deviation * noise.nextGaussian(), binomial);
  }
}
