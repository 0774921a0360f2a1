package dev.sieve.statistics;

import dev.sieve.sample.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is believed of some configurations after fresh repeats: an accuracy is that of its
 * configuration, plus what its number's mini-batches do to all alike, plus noise. Of a
 * configuration something is known before; of what a number does, nothing, so that a difference
 * between all that was expected and all that came is none between configurations. Normal
 * throughout: C. R. Henderson, "Best linear unbiased estimation and prediction under a selection
 * model", Biometrics 1975, which also says why it does no harm that the best get more repeats.
 */
final class Posterior {
  private static final int DRAWS = 10_000;

  /**
   * So close to the diagonal, a matrix that is positive definite on paper may not be in doubles.
   */
  private static final double TINY = 1e-14;

  private final List<Entrant> entrants;
  private final Spread noise;
  private final int numbers;
  private final RealVector mean;
  private final RealMatrix covariance;

  /**
   * @param entrants at least one of which has a repeat that is known
   */
  Posterior(List<Entrant> entrants, Spread noise) {
    this.entrants = List.copyOf(entrants);
    this.noise = noise;
    this.numbers = entrants.stream().mapToInt(one -> one.repeats().size()).max().orElseThrow();
    int size = entrants.size() + numbers;
    double[][] precision = new double[size][size];
    double[] right = new double[size];
    fill(precision, right);
    this.covariance =
        new CholeskyDecomposition(new Array2DRowRealMatrix(precision, false), TINY, TINY)
            .getSolver()
            .getInverse();
    this.mean = covariance.operate(new ArrayRealVector(right, false));
  }

  private void fill(double[][] precision, double[] right) {
    for (int i = 0; i < entrants.size(); i++) {
      Entrant entrant = entrants.get(i);
      double known = 1 / (entrant.deviation() * entrant.deviation());
      precision[i][i] += known;
      right[i] += known * entrant.expected();
      for (int number = 0; number < entrant.repeats().size(); number++) {
        double value = entrant.repeats().get(number);
        if (!Double.isNaN(value)) {
          add(precision, right, i, entrants.size() + number, value);
        }
      }
    }
  }

  /** Adds an accuracy, which is the sum of unknowns {@code i} and {@code j} and noise. */
  private void add(double[][] precision, double[] right, int i, int j, double value) {
    double weight = 1 / noise.variance();
    precision[i][i] += weight;
    precision[j][j] += weight;
    precision[i][j] += weight;
    precision[j][i] += weight;
    right[i] += weight * value;
    right[j] += weight * value;
  }

  /** Returns the expected accuracy of configuration {@code i}, averaged over the numbers. */
  double score(int i) {
    return weights(i).dotProduct(mean);
  }

  /** Returns the deviation of what the score leaves open. */
  double deviation(int i) {
    RealVector weights = weights(i);
    return Math.sqrt(weights.dotProduct(covariance.operate(weights)));
  }

  private RealVector weights(int i) {
    RealVector weights = new ArrayRealVector(entrants.size() + numbers);
    weights.setEntry(i, 1);
    for (int number = 0; number < numbers; number++) {
      weights.setEntry(entrants.size() + number, 1.0 / numbers);
    }
    return weights;
  }

  /**
   * Returns the probability of each configuration that none is better, from draws that are always
   * the same ones; 0 where no repeat is known. What is not known of the noise makes tails heavier.
   */
  List<Double> best() {
    int count = entrants.size();
    int[] competing =
        IntStream.range(0, count).filter(i -> !entrants.get(i).known().isEmpty()).toArray();
    double[][] root =
        new CholeskyDecomposition(covariance.getSubMatrix(0, count - 1, 0, count - 1), TINY, TINY)
            .getL()
            .getData();
    RandomStream random = new RandomStream(0);
    int[] wins = new int[count];
    double[] normal = new double[count];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < count; i++) {
        normal[i] = random.nextGaussian();
      }
      double stretch = stretch(random);
      wins[best(competing, root, normal, stretch)]++;
      wins[best(competing, root, normal, -stretch)]++; // as likely, and balances the draw
    }
    return IntStream.of(wins).mapToObj(won -> won / (2.0 * DRAWS)).toList();
  }

  private int best(int[] competing, double[][] root, double[] normal, double stretch) {
    int best = competing[0];
    double most = Double.NEGATIVE_INFINITY;
    for (int i : competing) {
      double drawn = mean.getEntry(i) + stretch * product(root[i], normal, i + 1);
      if (drawn > most) {
        most = drawn;
        best = i;
      }
    }
    return best;
  }

  private static double product(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Returns √(ν/χ²) for the ν degrees of freedom of the noise. */
  private double stretch(RandomStream random) {
    if (Double.isInfinite(noise.degrees())) {
      return 1;
    }
    double squares = 0;
    for (int i = 0; i < noise.degrees(); i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return Math.sqrt(noise.degrees() / squares);
  }
}
