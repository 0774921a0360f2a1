package dev.sieve.train;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import java.io.Serializable;

/**
 * What draws the augmentation of an epoch. Serializable, to be saved in the middle of it. Confined
 * to one thread.
 */
final class BatchStreams implements Serializable {
  private static final long serialVersionUID = 1;

  private final RandomStream moves;
  private final RandomStream noise;
  private final RandomStream masks;

  /** At the beginning of epoch {@code epoch}. */
  BatchStreams(long seed, int repeat, int batch, int epoch) {
    this.moves = Streams.of(seed, "moves", repeat, batch, epoch);
    this.noise = Streams.of(seed, "noise", repeat, batch, epoch);
    this.masks = Streams.of(seed, "input-dropout", repeat, batch, epoch);
  }

  /** Returns what mirrors and shifts images. */
  RandomStream moves() {
    return moves;
  }

  /** Returns what is added to inputs. */
  RandomStream noise() {
    return noise;
  }

  /** Returns what leaves inputs out. */
  RandomStream masks() {
    return masks;
  }
}
