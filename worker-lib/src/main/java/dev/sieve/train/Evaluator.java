package dev.sieve.train;

import dev.sieve.data.Inputs;
import dev.sieve.kernel.Rows;
import dev.sieve.net.PackedNetworks;
import java.util.List;

/**
 * Measures the members of a pack over whole sets of images, all members in one product. Owns the
 * memory of a batch; confined to one thread.
 */
final class Evaluator {
  /** Images of a product. */
  static final int BATCH = 250;

  private final PackedNetworks networks;
  private final Rows x;
  private final int[] labels = new int[BATCH];

  Evaluator(PackedNetworks networks, int inputs) {
    this.networks = networks;
    this.x = new Rows(BATCH, inputs);
  }

  /**
   * Adds loss and accuracy on {@code rows} of {@code images} to the tally of each of {@code
   * members}.
   */
  void evaluate(Inputs images, int[] rows, List<TrialRun> members) {
    for (int from = 0; from < rows.length; from += BATCH) {
      int count = forward(images, rows, from);
      for (TrialRun member : members) {
        networks.evaluate(member.index(), count, labels, member.tally());
      }
    }
  }

  /**
   * Returns the class probabilities that member {@code k} gives to {@code rows}, image by image.
   */
  float[] probabilities(Inputs images, int[] rows, int classes, int k) {
    float[] probabilities = new float[Math.multiplyExact(rows.length, classes)];
    for (int from = 0; from < rows.length; from += BATCH) {
      int count = forward(images, rows, from);
      networks.probabilities(k, count, probabilities, from * classes);
    }
    return probabilities;
  }

  /**
   * Runs product 1 on a batch of images from {@code rows[from]} on, and returns how many they are.
   */
  private int forward(Inputs images, int[] rows, int from) {
    int count = Math.min(BATCH, rows.length - from);
    images.load(rows, from, count, x);
    for (int i = 0; i < count; i++) {
      labels[i] = images.label(rows[from + i]);
    }
    networks.forward(x, count);
    return count;
  }
}
