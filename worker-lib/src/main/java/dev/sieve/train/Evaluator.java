package dev.sieve.train;

import dev.sieve.data.Inputs;
import dev.sieve.kernel.Rows;
import dev.sieve.net.PackedNetworks;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
import java.util.List;

/**
 * Measures the members of a pack over whole sets of images, all members in one product. Owns the
 * memory of a batch; for one thread, which its team helps.
 */
final class Evaluator {
  /** Images of a product. */
  static final int BATCH = 250;

  /** Images that a thread loads at once. */
  private static final int GRAIN = 10;

  private final PackedNetworks networks;
  private final Team team;
  private final Rows x;
  private final int[] labels = new int[BATCH];
  private final Span load = this::load;
  private final Span measure = this::measure;
  private Inputs images; // of the batch under way
  private int[] rows;
  private int from;
  private int count;
  private List<TrialRun> members;

  Evaluator(PackedNetworks networks, int inputs, Team team) {
    this.networks = networks;
    this.team = team;
    this.x = new Rows(BATCH, inputs);
  }

  /**
   * Adds loss and accuracy on {@code rows} of {@code images} to the tally of each of {@code
   * members}.
   */
  void evaluate(Inputs images, int[] rows, List<TrialRun> members) {
    this.members = members;
    int last = members.stream().mapToInt(TrialRun::index).max().orElse(-1);
    for (int from = 0; from < rows.length && last >= 0; from += BATCH) {
      forward(images, rows, from, last + 1);
      team.run(members.size(), 1, measure);
    }
  }

  private void measure(int first, int end) {
    for (TrialRun member : members.subList(first, end)) {
      networks.evaluate(member.index(), count, labels, member.tally());
    }
  }

  /**
   * Returns the class probabilities that member {@code k} gives to {@code rows}, image by image.
   */
  float[] probabilities(Inputs images, int[] rows, int classes, int k) {
    float[] probabilities = new float[Math.multiplyExact(rows.length, classes)];
    for (int from = 0; from < rows.length; from += BATCH) {
      forward(images, rows, from, k + 1);
      networks.probabilities(k, count, probabilities, from * classes);
    }
    return probabilities;
  }

  /** Runs product 1 of the first {@code networks} members on images from {@code rows[from]} on. */
  private void forward(Inputs images, int[] rows, int from, int networks) {
    this.images = images;
    this.rows = rows;
    this.from = from;
    this.count = Math.min(BATCH, rows.length - from);
    team.run(count, GRAIN, load);
    this.networks.forward(x, count, networks);
  }

  private void load(int first, int end) {
    for (int i = first; i < end; i++) {
      images.load(rows[from + i], x.values(), x.at(i));
      labels[i] = images.label(rows[from + i]);
    }
  }
}
