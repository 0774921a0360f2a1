package dev.sieve.sample;

import static dev.sieve.Checks.require;

import java.util.stream.IntStream;

/**
 * Latin hypercubes: of {@code size} points in a row, each axis has exactly one in each of {@code
 * size} equal intervals. McKay, Beckman and Conover, "A Comparison of Three Methods for Selecting
 * Values of Input Variables in the Analysis of Output from a Computer Code", Technometrics 21(2),
 * 1979. Further points begin another hypercube.
 *
 * @param seed of the streams
 * @param size points of a hypercube, at least 1
 */
public record LatinHypercubeSampler(long seed, int size) implements Sampler {

  public LatinHypercubeSampler {
    require(size >= 1, "size", "must be >= 1", size);
  }

  @Override
  public double[][] points(int count, int dimensions) {
    double[][] points = new double[count][dimensions];
    for (int first = 0; first < count; first += size) {
      for (int axis = 0; axis < dimensions; axis++) {
        RandomStream stream = Streams.of(seed, "hypercube", first / size, axis);
        int[] cells = IntStream.range(0, size).toArray();
        stream.shuffle(cells);
        for (int i = 0; i < size && first + i < count; i++) {
          points[first + i][axis] = (cells[i] + stream.nextDouble()) / size;
        }
      }
    }
    return points;
  }
}
