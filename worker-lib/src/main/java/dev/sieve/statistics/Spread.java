package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much trainings differ that differ by their random streams alone.
 *
 * @param variance of one training
 * @param degrees of freedom that it was estimated with; infinite where it is known
 */
public record Spread(double variance, double degrees) {
  /** Worse configurations, near divergence say, tell nothing of the noise among the best. */
  private static final int POOLED = 8;

  public Spread {
    check(variance >= 0, "variance must be >= 0, but was %s", variance);
    check(degrees > 0, "degrees must be > 0, but were %s", degrees);
  }

  /**
   * Returns that of repeats around the mean of their configuration, pooled over all configurations;
   * empty where none has two.
   *
   * @param repeats of each configuration, in the order of their numbers; NaN for one that failed
   */
  public static Optional<Spread> within(List<List<Double>> repeats) {
    double squares = 0;
    int degrees = 0;
    for (List<Double> all : repeats) {
      List<Double> known = Mean.known(all);
      double mean = Mean.of(known);
      for (double value : known) {
        squares += (value - mean) * (value - mean);
      }
      degrees += Math.max(0, known.size() - 1);
    }
    return degrees == 0 ? Optional.empty() : Optional.of(new Spread(squares / degrees, degrees));
  }

  /**
   * Returns what is left of repeats where both their configuration and their number are accounted
   * for: repeats of one number share their mini-batches, and what these do to all configurations
   * alike makes none of them better. Two-way analysis of variance of the best configurations whose
   * repeats are complete; empty where that leaves no degree of freedom.
   *
   * @param repeats as for {@link #within}
   */
  static Optional<Spread> paired(List<List<Double>> repeats) {
    List<List<Double>> block = block(repeats);
    int columns = block.isEmpty() ? 0 : block.get(0).size();
    int degrees = (block.size() - 1) * (columns - 1);
    if (degrees < 1) {
      return Optional.empty();
    }
    double all = Mean.of(block.stream().map(Mean::of).toList());
    double squares = 0;
    for (int column = 0; column < columns; column++) {
      double ofColumn = ofColumn(block, column);
      for (List<Double> row : block) {
        double left = row.get(column) - Mean.of(row) - ofColumn + all;
        squares += left * left;
      }
    }
    return Optional.of(new Spread(squares / degrees, degrees));
  }

  /** Returns the mean of the repeats with one number. */
  static double ofColumn(List<List<Double>> block, int column) {
    return Mean.of(block.stream().map(row -> row.get(column)).toList());
  }

  /** Returns the best configurations of those that have the most repeats, all of them known. */
  static List<List<Double>> block(List<List<Double>> repeats) {
    List<List<Double>> complete = new ArrayList<>();
    int most = repeats.stream().mapToInt(List::size).max().orElse(0);
    for (List<Double> row : repeats) {
      if (row.size() == most && Mean.known(row).size() == most) {
        complete.add(row);
      }
    }
    return complete.stream()
        .sorted(Comparator.comparingDouble((List<Double> row) -> Mean.of(row)).reversed())
        .limit(POOLED)
        .toList();
  }
}
