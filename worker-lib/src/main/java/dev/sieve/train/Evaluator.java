package dev.sieve.train;

import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.Mover;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
import dev.sieve.train.state.TrialState;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * Measures the members of a pack over whole sets of images, all members in one product. Owns the
 * memory of a batch; for one thread, which its team helps.
 */
final class Evaluator {
  /**
   * Images of a product. A multiple of 20: the forward product then runs tiles of 5 rows only, and
   * none that C2 has not compiled yet.
   */
  static final int BATCH = 240;

  /** Images of a chunk of work that one thread loads. */
  private static final int GRAIN = 10;

  private final PackedNetworks networks;
  private final Team team;
  private final boolean byClass;
  private final Rows x;
  private final int[] labels = new int[BATCH];
  private final Span load = this::load;
  private final Span measure = this::measure;
  private final Span readPlain = this::readPlain;
  private final Span measureMirrored = this::measureMirrored;
  private MirrorMeans means; // null until first needed
  private Inputs images; // of the batch under way
  private Mover mirror; // of these; null where they are loaded as they are
  private int[] rows;
  private int from;
  private int count;
  private List<TrialState> members;

  /**
   * @param byClass whether classes are counted, too
   */
  Evaluator(Products products, PackedNetworks networks, int inputs, boolean byClass, Team team) {
    this.networks = networks;
    this.team = team;
    this.byClass = byClass;
    this.x = new Rows(products, BATCH, inputs);
  }

  /**
   * Adds loss and accuracy on {@code rows} of {@code images} to the sums of the measurement of each
   * of {@code members}.
   */
  void evaluate(Inputs images, int[] rows, List<TrialState> members) {
    if (members.isEmpty()) {
      return;
    }
    this.members = members;
    IntSummaryStatistics places = places(members);
    for (int from = 0; from < rows.length; from += BATCH) {
      forward(images, null, rows, from, places.getMin(), places.getMax() + 1);
      team.run(members.size(), 1, measure);
    }
  }

  /**
   * As {@link #evaluate}, by the mean of the probabilities of each image and its mirror image: the
   * loss is −log of the right class's.
   */
  void evaluateMirror(Inputs images, int[] rows, int classes, List<TrialState> members) {
    if (members.isEmpty()) {
      return;
    }
    this.members = members;
    IntSummaryStatistics places = places(members);
    Mover mirror = mirror(images);
    prepareMeans(classes);
    for (int from = 0; from < rows.length; from += BATCH) {
      forward(images, null, rows, from, places.getMin(), places.getMax() + 1);
      team.run(members.size(), 1, readPlain);
      forward(images, mirror, rows, from, places.getMin(), places.getMax() + 1);
      team.run(members.size(), 1, measureMirrored);
    }
  }

  private static IntSummaryStatistics places(List<TrialState> members) {
    return members.stream().mapToInt(TrialState::index).summaryStatistics();
  }

  private static Mover mirror(Inputs images) {
    return images.mover(0, BATCH).orElseThrow(); // Trainer has checked
  }

  private void prepareMeans(int classes) {
    if (means == null) {
      means = new MirrorMeans(networks, BATCH, classes);
    }
  }

  private void measure(int first, int end) {
    for (TrialState member : members.subList(first, end)) {
      networks.evaluate(member.index(), count, labels, byClass, member.history().measuring());
    }
  }

  private void readPlain(int first, int end) {
    for (TrialState member : members.subList(first, end)) {
      means.readPlain(member.index(), count);
    }
  }

  private void measureMirrored(int first, int end) {
    for (TrialState member : members.subList(first, end)) {
      means.readMirrored(member.index(), count);
      means.measure(member.index(), count, labels, member.history().measuring());
    }
  }

  /**
   * Returns the class probabilities that member {@code k} gives to {@code rows}, image by image.
   */
  float[] probabilities(Inputs images, int[] rows, int classes, int k) {
    float[] probabilities = new float[Math.multiplyExact(rows.length, classes)];
    for (int from = 0; from < rows.length; from += BATCH) {
      forward(images, null, rows, from, k, k + 1);
      networks.probabilities(k, count, probabilities, from * classes);
    }
    return probabilities;
  }

  /** As {@link #probabilities}, the mean of each image's and its mirror image's. */
  float[] mirrorProbabilities(Inputs images, int[] rows, int classes, int k) {
    float[] probabilities = new float[Math.multiplyExact(rows.length, classes)];
    Mover mirror = mirror(images);
    prepareMeans(classes);
    for (int from = 0; from < rows.length; from += BATCH) {
      forward(images, null, rows, from, k, k + 1);
      means.readPlain(k, count);
      forward(images, mirror, rows, from, k, k + 1);
      means.readMirrored(k, count);
      means.get(k, count, probabilities, from * classes);
    }
    return probabilities;
  }

  /**
   * Runs product 1 of the members from {@code first} up to {@code end}, exclusive, on the images
   * from {@code rows[from]} on.
   *
   * @param mirror puts their mirror images in their place; null where they stay as they are
   */
  private void forward(Inputs images, Mover mirror, int[] rows, int from, int first, int end) {
    this.images = images;
    this.mirror = mirror;
    this.rows = rows;
    this.from = from;
    this.count = Math.min(BATCH, rows.length - from);
    team.run(count, GRAIN, load);
    networks.forward(x, count, first, end);
  }

  private void load(int first, int end) {
    for (int i = first; i < end; i++) {
      int row = rows[from + i];
      if (mirror == null) {
        images.load(row, x.values(), x.at(i));
      } else {
        mirror.load(row, true, 0, 0, false, i, x.values(), x.at(i));
      }
      labels[i] = images.label(row);
    }
  }
}
