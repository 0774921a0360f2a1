package dev.sieve.sample;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Scrambled Sobol points: every 2^k of them in a row, from a multiple of 2^k on, spread evenly over
 * the cube. Direction numbers of Joe and Kuo, "Constructing Sobol Sequences with Better
 * Two-Dimensional Projections", SIAM J. Sci. Comput. 30, 2008 (from Apache Commons Math); the
 * scrambling is {@link OwenScrambling}.
 *
 * @param seed of the scrambling
 */
public record SobolSampler(long seed) implements Sampler {

  @Override
  public double[][] points(int count, int dimensions) {
    OwenScrambling[] scramblings = new OwenScrambling[dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      scramblings[axis] = new OwenScrambling(Streams.seed(seed, "owen", axis));
    }
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = sequence.nextVector();
      for (int axis = 0; axis < dimensions; axis++) {
        points[i][axis] = scramblings[axis].apply(points[i][axis]);
      }
    }
    return points;
  }
}
