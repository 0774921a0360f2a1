package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.Streams;
import java.util.List;

/**
 * How a sampler that learns begins: with scrambled Sobol points, {@code size} of them and more as
 * long as nothing was told that it could learn from. Each score of another search takes the place
 * of one.
 *
 * @param seed of the sampler
 */
public record Start(Cube cube, long seed, int size) {

  public Start {
    require(size >= 1, "the size of a start", "must be >= 1", size);
  }

  /** Returns those of the next {@code count} points that still belong to the start. */
  public List<Point> next(History history, int count) {
    int foreign = history.scores() - history.scored();
    int left = history.scores() == 0 ? count : Math.max(0, size - history.size() - foreign);
    CubeSampler sobol = new SequenceSampler(cube, new SobolSampler(Streams.seed(seed, "start")));
    return sobol.next(history, Math.min(count, left));
  }
}
