package dev.sieve.sample.cube;

import dev.sieve.sample.RandomSampler;
import java.util.Arrays;
import java.util.List;

/**
 * The points of {@link RandomSampler}, one after the other. A configuration may come again, from
 * lists: that is what random search draws, and a search makes a further repeat of it.
 */
public record RandomPoints(Cube cube, RandomSampler sampler) implements CubeSampler {

  @Override
  public List<Point> next(History history, int count) {
    double[][] points = sampler.points(history.size() + count, cube.dimensions());
    return Arrays.stream(points).skip(history.size()).map(cube::snap).toList();
  }
}
