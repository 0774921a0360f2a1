package dev.sieve.train.batch;

import dev.sieve.InvalidValueException;
import dev.sieve.data.input.Gatherer;
import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.Mover;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Dropout;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.space.Augmentation;
import dev.sieve.team.Span;
import dev.sieve.team.Team;

/**
 * Loads the mini-batches of one repeat, augmented. The random draws depend on seed, repeat, batch
 * size and epoch alone: trials see the same inputs in every pack, and their comparisons are paired.
 * Draws on one thread, in the order of the images; loads on all threads of its team.
 */
public final class BatchLoader {
  /** Images of a chunk of work that one thread loads: gathered four at a time. */
  private static final int GRAIN = 12;

  private final Inputs pool;
  private final Augmentation augmentation;
  private final Gatherer gatherer;
  private final Mover mover; // null where images stay as they are
  private final Cutout cutout; // null where nothing is cut out
  private final long seed;
  private final int repeat;
  private final int batch;
  private final Team team;
  private final Span load = this::load;
  private final boolean[] mirrored;
  private final int[] down;
  private final int[] right;
  private BatchStreams streams;
  private int[] order; // of the batch in progress
  private int from;
  private Rows x;

  public BatchLoader(
      Inputs pool, Augmentation augmentation, long seed, int repeat, int batch, Team team) {
    this.pool = pool;
    this.augmentation = augmentation;
    this.gatherer = pool.gatherer(batch);
    this.mover = augmentation.moves() ? mover(pool, augmentation.shift(), batch) : null;
    this.cutout = augmentation.cutout() > 0 ? cutout(pool, augmentation.cutout()) : null;
    this.seed = seed;
    this.repeat = repeat;
    this.batch = batch;
    this.team = team;
    this.mirrored = new boolean[batch];
    this.down = new int[batch];
    this.right = new int[batch];
  }

  private static Mover mover(Inputs pool, int shift, int batch) {
    return pool.mover(shift, batch)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "flip and shift must be 0 for examples that are no images of bytes"));
  }

  private static Cutout cutout(Inputs pool, int side) {
    return pool.shape()
        .map(shape -> new Cutout(shape, side))
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "cutout", "must be 0 for examples that are no images", side));
  }

  /** Throws {@link IllegalArgumentException} where {@code pool} cannot be augmented so. */
  public static void check(Inputs pool, Augmentation augmentation) {
    if (augmentation.moves()) {
      mover(pool, augmentation.shift(), 1);
    }
    if (augmentation.cutout() > 0) {
      cutout(pool, augmentation.cutout());
    }
  }

  /** Begins an epoch: shuffles {@code order}, which holds the images, into the epoch's order. */
  public void begin(int epoch, int[] order) {
    streams = new BatchStreams(seed, repeat, batch, epoch);
    Streams.of(seed, "order", repeat, batch, epoch).shuffle(order);
  }

  /** Returns the streams that draw the augmentation of this epoch. */
  public BatchStreams streams() {
    return streams;
  }

  /** Goes on in the middle of an epoch, whose augmentation {@code saved} draws. */
  public void resume(BatchStreams saved) {
    streams = saved;
  }

  /** Writes the examples {@code order[from]} … into {@code x}, (batch × inputs). */
  public void load(int[] order, int from, Rows x) {
    this.order = order;
    this.from = from;
    this.x = x;
    if (mover != null) {
      drawMoves();
    }
    team.run(batch, GRAIN, load);
    for (int i = 0; i < batch; i++) {
      if (cutout != null) {
        cutout.apply(x.values(), x.at(i), streams.cutouts());
      }
      if (augmentation.noise() > 0) {
        addNoise(x.values(), x.at(i));
      }
      if (augmentation.dropout() > 0) {
        Dropout.apply(x.values(), x.at(i), pool.width(), augmentation.dropout(), streams.masks());
      }
    }
  }

  private void drawMoves() {
    RandomStream moves = streams.moves();
    int shift = augmentation.shift();
    for (int i = 0; i < batch; i++) {
      mirrored[i] = augmentation.flip() > 0 && moves.nextDouble() < augmentation.flip();
      down[i] = shift == 0 ? 0 : moves.nextInt(2 * shift + 1) - shift;
      right[i] = shift == 0 ? 0 : moves.nextInt(2 * shift + 1) - shift;
    }
  }

  private void load(int first, int end) {
    if (mover == null) {
      gatherer.load(order, from, first, end, x);
      return;
    }
    boolean edge = augmentation.fill() == Augmentation.Fill.EDGE;
    for (int i = first; i < end; i++) {
      int row = order[from + i];
      mover.load(row, mirrored[i], down[i], right[i], edge, i, x.values(), x.at(i));
    }
  }

  private void addNoise(float[] x, int at) {
    RandomStream noise = streams.noise();
    for (int j = at; j < at + pool.width(); j++) {
      x[j] += (float) (augmentation.noise() * noise.nextGaussian());
    }
  }
}
