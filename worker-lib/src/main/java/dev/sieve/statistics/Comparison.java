package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much better one configuration is than each of the others. Repeats of one number share their
 * mini-batches and are compared in pairs; where that is not enough to know how much trainings
 * differ, each accuracy counts as one of images that were drawn for it alone, so that the
 * difference of two has √2 of one's interval. Bonferroni's bound keeps the probability below 5 %
 * that the truly best one is told apart, however many there are, and whichever looks best: J. C.
 * Hsu, "Simultaneous confidence intervals for all distances from the best", Annals of Statistics
 * 1981.
 */
public final class Comparison {
  private final List<List<Double>> repeats;
  private final int leader;
  private final long images;
  private final List<List<Double>> block;
  private final Optional<Spread> paired;

  /** Which of the others have a result. */
  private final int[] rivals;

  /** How many standard deviations half an interval has. */
  private final double quantile;

  /**
   * The difference between the leader and another.
   *
   * @param mean positive where the leader is better; NaN where one of the two is not known
   * @param half of its interval
   */
  public record Difference(double mean, double half) {

    /** Returns whether the leader is better, and not by chance alone. */
    public boolean apart() {
      return mean > half;
    }
  }

  /**
   * @param repeats of each configuration, in the order of their numbers; NaN for one that failed
   * @param leader which of them the others are compared with
   * @param images that each accuracy was measured on
   */
  public Comparison(List<List<Double>> repeats, int leader, long images) {
    check(images >= 1, "images must be >= 1, but were %d", images);
    this.repeats = List.copyOf(repeats);
    this.leader = leader;
    this.images = images;
    // Once, not for each of some thousand others.
    this.rivals =
        IntStream.range(0, repeats.size())
            .filter(i -> i != leader && !Mean.known(repeats.get(i)).isEmpty())
            .toArray();
    this.block = Spread.block(repeats);
    this.paired = Spread.paired(repeats).filter(known -> block.contains(repeats.get(leader)));
    double degrees = paired.map(Spread::degrees).orElse(Double.POSITIVE_INFINITY);
    this.quantile = Quantiles.beyond(Interval.ERROR / Math.max(1, rivals.length), degrees);
  }

  /** Returns how many others have a result. */
  public int rivals() {
    return rivals.length;
  }

  /** Returns how many of the {@link #rivals} cannot be told apart from the leader. */
  public int close() {
    return (int) IntStream.of(rivals).filter(i -> !to(i).apart()).count();
  }

  /** Returns the difference between the leader and configuration {@code other}. */
  public Difference to(int other) {
    double mean = aligned(repeats.get(leader)) - aligned(repeats.get(other));
    return new Difference(mean, quantile * Math.sqrt(variance(repeats.get(other))));
  }

  /** Returns the mean of {@code row}, as if it had all repeats that the block has. */
  private double aligned(List<Double> row) {
    double mean = Mean.of(Mean.known(row));
    return paired.isEmpty() ? mean : mean + ofBlock(block.get(0).size()) - ofBlock(row);
  }

  private double ofBlock(int columns) {
    return IntStream.range(0, columns).mapToDouble(this::ofColumn).average().orElse(Double.NaN);
  }

  /** Returns the block's mean over those repeats alone that {@code row} has. */
  private double ofBlock(List<Double> row) {
    return IntStream.range(0, row.size())
        .filter(column -> !Double.isNaN(row.get(column)))
        .mapToDouble(this::ofColumn)
        .average()
        .orElse(Double.NaN);
  }

  private double ofColumn(int column) {
    return Spread.ofColumn(block, column);
  }

  /** Returns the variance of the leader's difference to {@code other}. */
  private double variance(List<Double> other) {
    if (paired.isEmpty()) {
      return ofImages(repeats.get(leader)) + ofImages(other);
    }
    double whole = 1.0 / block.get(0).size();
    double part = 1.0 / Mean.known(other).size();
    return paired.get().variance() * (whole + part + (part - whole) / block.size());
  }

  private double ofImages(List<Double> row) {
    return Interval.ofImages(Mean.of(Mean.known(row)), images);
  }
}
