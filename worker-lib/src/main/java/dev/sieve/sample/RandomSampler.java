package dev.sieve.sample;

/**
 * Independent uniform points: Bergstra and Bengio, "Random Search for Hyper-Parameter
 * Optimization", JMLR 13, 2012. Each axis has a stream of its own, so a further axis leaves the
 * others as they were.
 *
 * @param seed of the streams
 */
public record RandomSampler(long seed) implements Sampler {

  @Override
  public double[][] points(int count, int dimensions) {
    double[][] points = new double[count][dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      RandomStream stream = Streams.of(seed, "axis", axis);
      for (double[] point : points) {
        point[axis] = stream.nextDouble();
      }
    }
    return points;
  }
}
