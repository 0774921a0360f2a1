package dev.sieve.train.batch;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import java.io.Serializable;

/**
 * The random streams that draw the augmentation of an epoch. Serializable, so that checkpoints can
 * hold them. Confined to one thread.
 */
public final class BatchStreams implements Serializable {
  private static final long serialVersionUID = 1;

  private final RandomStream moves;
  private final RandomStream noise;
  private final RandomStream masks;
  private final RandomStream cutouts;

  /** At the beginning of epoch {@code epoch}. */
  BatchStreams(long seed, int repeat, int batch, int epoch) {
    this.moves = Streams.of(seed, "moves", repeat, batch, epoch);
    this.noise = Streams.of(seed, "noise", repeat, batch, epoch);
    this.masks = Streams.of(seed, "input-dropout", repeat, batch, epoch);
    this.cutouts = Streams.of(seed, "cutout", repeat, batch, epoch);
  }

  /** Returns the stream that mirrors and shifts images. */
  RandomStream moves() {
    return moves;
  }

  /** Returns the stream of the noise that is added to inputs. */
  RandomStream noise() {
    return noise;
  }

  /** Returns the stream that drops inputs. */
  RandomStream masks() {
    return masks;
  }

  /** Returns what draws the place of each square that is cut out. */
  RandomStream cutouts() {
    return cutouts;
  }
}
