package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An interval that covers the true value with a probability of 95 %.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** The probability that an interval misses the true value. */
  static final double ERROR = 0.05;

  /** 97.5 % quantile of the normal distribution. */
  private static final double Z = Quantiles.beyond(ERROR, Double.POSITIVE_INFINITY);

  /**
   * Returns the interval of an accuracy measured on {@code images} images: E. B. Wilson, "Probable
   * inference, the law of succession, and statistical inference", JASA 1927. It speaks of other
   * images, not of other random streams.
   *
   * @param accuracy in [0, 1]
   */
  public static Interval ofAccuracy(double accuracy, long images) {
    check(accuracy >= 0 && accuracy <= 1, "accuracy must be in [0, 1], but was %s", accuracy);
    check(images >= 1, "images must be >= 1, but were %d", images);
    double shrink = 1 / (1 + Z * Z / images);
    double center = shrink * (accuracy + Z * Z / (2 * images));
    double half =
        shrink
            * Z
            * Math.sqrt(accuracy * (1 - accuracy) / images + Z * Z / (4.0 * images * images));
    return new Interval(Math.max(0, center - half), Math.min(1, center + half));
  }

  /** Returns the interval of the mean of at least two {@code values}, by Student's t. */
  public static Interval ofMean(double... values) {
    check(values.length >= 2, "an interval of a mean needs two values, but got %d", values.length);
    List<Double> all = DoubleStream.of(values).boxed().toList();
    Spread spread = Spread.within(List.of(all)).orElseThrow();
    return around(Mean.of(all), spread.variance() / values.length, spread.degrees());
  }

  /**
   * Returns the interval of the accuracy that trainings of one configuration reach on average, over
   * other random streams and other images: all of them were measured on the same images, which add
   * at most p(1 − p)/n to the variance of the mean. Degrees of freedom by F. E. Satterthwaite, "An
   * approximate distribution of estimates of variance components", Biometrics Bulletin 1946.
   *
   * @param mean of the trainings' accuracies, in [0, 1]
   * @param trainings how many
   * @param seeds how much trainings differ
   * @param images that each was measured on
   */
  public static Interval ofTrainings(double mean, int trainings, Spread seeds, long images) {
    check(trainings >= 1, "trainings must be >= 1, but were %d", trainings);
    check(images >= 1, "images must be >= 1, but were %d", images);
    double ofSeeds = seeds.variance() / trainings;
    double variance = ofSeeds + ofImages(mean, images);
    double share = ofSeeds / variance;
    Interval around = around(mean, variance, seeds.degrees() / (share * share));
    return new Interval(Math.max(0, around.low), Math.min(1, around.high));
  }

  /** As {@link #ofTrainings(double, int, Spread, long)}, of at least two accuracies. */
  public static Interval ofTrainings(double[] accuracies, long images) {
    check(accuracies.length >= 2, "there must be two trainings, but was %d", accuracies.length);
    List<Double> all = DoubleStream.of(accuracies).boxed().toList();
    Spread seeds = Spread.within(List.of(all)).orElseThrow();
    return ofTrainings(Mean.of(all), all.size(), seeds, images);
  }

  /**
   * Returns the variance that the choice of images adds to an accuracy measured on them. The
   * accuracy counts as a little nearer to ½, so that 0 and 1 are not taken for certain: A. Agresti
   * and B. A. Coull, "Approximate is better than exact for interval estimation of binomial
   * proportions", The American Statistician 1998.
   */
  static double ofImages(double accuracy, long images) {
    double nearer = (accuracy * images + 2) / (images + 4);
    return nearer * (1 - nearer) / images;
  }

  /** Returns the interval of {@code mean}, of which the variance is known with some freedom. */
  private static Interval around(double mean, double variance, double degrees) {
    double half = variance == 0 ? 0 : Quantiles.beyond(ERROR, degrees) * Math.sqrt(variance);
    return new Interval(mean - half, mean + half);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
