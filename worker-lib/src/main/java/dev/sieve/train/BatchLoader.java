package dev.sieve.train;

import dev.sieve.Checks;
import dev.sieve.data.ImageMover;
import dev.sieve.data.Inputs;
import dev.sieve.data.NormalizedImages;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Dropout;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.space.Augmentation;

/**
 * Loads the mini-batches of one repeat, augmented. What is drawn depends on seed, repeat, batch
 * size and epoch alone, so that trials see the same inputs in every pack, and compare in pairs.
 * Confined to one thread.
 */
final class BatchLoader {
  private final Inputs pool;
  private final Augmentation augmentation;
  private final ImageMover mover; // null where images stay as they are
  private final long seed;
  private final int repeat;
  private final int batch;
  private BatchStreams streams;

  BatchLoader(Inputs pool, Augmentation augmentation, long seed, int repeat, int batch) {
    this.pool = pool;
    this.augmentation = augmentation;
    this.mover = augmentation.moves() ? mover(pool, augmentation.shift()) : null;
    this.seed = seed;
    this.repeat = repeat;
    this.batch = batch;
  }

  private static ImageMover mover(Inputs pool, int shift) {
    Checks.check(
        pool instanceof NormalizedImages,
        "flip and shift must be 0 for examples without the shape of an image");
    return new ImageMover((NormalizedImages) pool, shift);
  }

  /** Throws {@link IllegalArgumentException} where {@code pool} cannot be augmented so. */
  static void check(Inputs pool, Augmentation augmentation) {
    if (augmentation.moves()) {
      mover(pool, augmentation.shift());
    }
  }

  /** Begins an epoch: returns the order of its images. */
  int[] begin(int epoch, int[] rows) {
    streams = new BatchStreams(seed, repeat, batch, epoch);
    int[] order = rows.clone();
    Streams.of(seed, "order", repeat, batch, epoch).shuffle(order);
    return order;
  }

  /** Returns what draws the augmentation of this epoch. */
  BatchStreams streams() {
    return streams;
  }

  /** Goes on in the middle of an epoch, whose augmentation {@code saved} draws. */
  void resume(BatchStreams saved) {
    streams = saved;
  }

  /** Writes the examples {@code order[from]} … into {@code x}, (batch × inputs). */
  void load(int[] order, int from, Rows x) {
    if (mover == null) {
      pool.load(order, from, batch, x);
    } else {
      for (int i = 0; i < batch; i++) {
        move(order[from + i], x.values(), x.at(i));
      }
    }
    for (int i = 0; i < batch; i++) {
      if (augmentation.noise() > 0) {
        addNoise(x.values(), x.at(i));
      }
      if (augmentation.dropout() > 0) {
        Dropout.apply(x.values(), x.at(i), pool.width(), augmentation.dropout(), streams.masks());
      }
    }
  }

  private void addNoise(float[] x, int at) {
    RandomStream noise = streams.noise();
    for (int j = at; j < at + pool.width(); j++) {
      x[j] += (float) (augmentation.noise() * noise.nextGaussian());
    }
  }

  private void move(int row, float[] x, int to) {
    RandomStream moves = streams.moves();
    boolean mirrored = augmentation.flip() > 0 && moves.nextDouble() < augmentation.flip();
    int down = 0;
    int right = 0;
    if (augmentation.shift() > 0) {
      int ways = 2 * augmentation.shift() + 1;
      down = moves.nextInt(ways) - augmentation.shift();
      right = moves.nextInt(ways) - augmentation.shift();
    }
    boolean edge = augmentation.fill() == Augmentation.Fill.EDGE;
    mover.load(row, mirrored, down, right, edge, x, to);
  }
}
