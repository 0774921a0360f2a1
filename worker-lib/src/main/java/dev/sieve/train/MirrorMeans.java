package dev.sieve.train;

import dev.sieve.net.MetricSums;
import dev.sieve.net.pack.PackedNetworks;

/**
 * The probabilities that the members of a pack give to a batch of images: of these first, then of
 * their mirror images, and their mean. Members may be read by different threads at once.
 */
final class MirrorMeans {
  private final PackedNetworks networks;
  private final int classes;
  private final float[][] plain; // by member, image by image
  private final float[][] mirrored;

  /**
   * @param rows most images of a batch
   */
  MirrorMeans(PackedNetworks networks, int rows, int classes) {
    int members = networks.size();
    this.networks = networks;
    this.classes = classes;
    this.plain = new float[members][Math.multiplyExact(rows, classes)];
    this.mirrored = new float[members][Math.multiplyExact(rows, classes)];
  }

  /** Reads what member {@code k} gives to the {@code count} images of the last forward. */
  void readPlain(int k, int count) {
    networks.probabilities(k, count, plain[k], 0);
  }

  /** As {@link #readPlain}, of their mirror images, which were put through last. */
  void readMirrored(int k, int count) {
    networks.probabilities(k, count, mirrored[k], 0);
  }

  /** Writes the means of member {@code k} into {@code to}, image by image, from {@code at} on. */
  void get(int k, int count, float[] to, int at) {
    for (int i = 0; i < count * classes; i++) {
      to[at + i] = mean(k, i);
    }
  }

  /**
   * Adds the losses −log of the right class's mean probability, and how many images the means
   * classify right, to {@code sums}; the first of equal classes counts.
   */
  void measure(int k, int count, int[] labels, MetricSums sums) {
    double loss = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int from = i * classes;
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = mean(k, from + c) > mean(k, from + best) ? c : best;
      }
      loss -= Math.log(mean(k, from + labels[i]));
      correct += best == labels[i] ? 1 : 0;
    }
    sums.add(loss, correct, count);
  }

  private float mean(int k, int i) {
    return 0.5f * (plain[k][i] + mirrored[k][i]);
  }
}
