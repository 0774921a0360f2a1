package dev.sieve.bench;

import dev.sieve.data.ByteValues;
import dev.sieve.data.Examples;
import dev.sieve.data.Labels;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.PixelScaling;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Network;
import dev.sieve.net.PackedNetworks;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
import java.util.Arrays;
import java.util.Collections;

/** Training steps of one pack, one after the other: all of a step, as a search does it. */
final class Steps {
  private static final double ETA = 0.01;
  private static final double L2 = 0.001;

  /** Images that a thread loads at once. */
  private static final int LOADED = 10;

  private final Work work;
  private final NormalizedExamples images;
  private final int[] order;
  private final PackedNetworks networks;
  private final Rows x = new Rows(Work.BATCH, Work.INPUTS);
  private final int[] labels = new int[Work.BATCH];
  private final MetricSums[] tallies;
  private final RandomStream masks = new RandomStream(0);
  private final Team team;
  private final Span loading = this::load;
  private final Span updating = this::update;
  private int next;

  Steps(Work work, Examples pixels, long seed, Team team) {
    RandomStream random = new RandomStream(seed);
    float[] scale = new float[Work.INPUTS];
    float[] offset = new float[Work.INPUTS];
    Arrays.fill(scale, 1 / 64f);
    Arrays.fill(offset, -2f);
    this.work = work;
    this.team = team;
    this.images = new NormalizedExamples(pixels, null, new PixelScaling(scale, offset));
    this.tallies = new MetricSums[work.networks()];
    Arrays.setAll(tallies, k -> new MetricSums());
    this.order = new int[pixels.count()];
    Arrays.setAll(order, i -> i);
    random.shuffle(order);
    this.networks =
        new PackedNetworks(
            Collections.nCopies(work.networks(), Network.plain(work.topology())), Work.BATCH, team);
    for (int k = 0; k < work.networks(); k++) {
      networks.set(k, weights(random));
    }
  }

  /** Returns random pixels and labels, as many as an epoch has. */
  static Examples pixels() {
    RandomStream random = new RandomStream(1);
    byte[] pixels = new byte[Work.EPOCH * Work.INPUTS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextLong() >>> 56);
    }
    int[] labels = new int[Work.EPOCH];
    Arrays.setAll(labels, i -> random.nextInt(Work.CLASSES));
    return new Examples(new ByteValues(Work.INPUTS, pixels), new Labels(Work.CLASSES, labels));
  }

  private Weights weights(RandomStream random) {
    Weights weights = new Weights(work.topology());
    for (int l = 0; l < work.topology().layers(); l++) {
      double sigma = 1 / Math.sqrt(work.topology().fanIn(l));
      weights.fill(l, () -> sigma * random.nextGaussian(), () -> 0);
    }
    return weights;
  }

  /** Trains {@code steps} steps, and returns how long each phase of a step took on average. */
  Phases run(int steps) {
    long load = 0;
    long forward = 0;
    long between = 0;
    long update = 0;
    for (int step = 0; step < steps; step++) {
      long start = System.nanoTime();
      team.run(Work.BATCH, LOADED, loading);
      next = (next + Work.BATCH) % order.length;
      long loaded = System.nanoTime();
      networks.forward(x, Work.BATCH);
      long multiplied = System.nanoTime();
      team.run(work.networks(), 1, updating);
      long back = System.nanoTime();
      networks.finish(x, Work.BATCH);
      update += System.nanoTime() - back;
      between += back - multiplied;
      forward += multiplied - loaded;
      load += loaded - start;
    }
    double perStep = 1e3 * steps;
    return new Phases(load / perStep, forward / perStep, between / perStep, update / perStep);
  }

  private void load(int from, int to) {
    for (int i = from; i < to; i++) {
      images.load(order[next + i], x.values(), x.at(i));
      labels[i] = images.label(order[next + i]);
    }
  }

  private void update(int from, int to) {
    for (int k = from; k < to; k++) {
      networks.update(k, x, Work.BATCH, labels, ETA, L2, masks, tallies[k]);
    }
  }
}
