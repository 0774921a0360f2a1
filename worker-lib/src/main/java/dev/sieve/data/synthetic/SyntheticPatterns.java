package dev.sieve.data.synthetic;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import java.util.Arrays;

/**
 * The classes of {@link Synthetic}, and how an image of one is drawn.
 *
 * <p>All but the last noise lives on a lattice of 6 × 6 knots per channel, and is bilinear between
 * them. Units are those of a byte's brightness. Only additions, multiplications and {@code
 * StrictMath} take part: every Java platform draws the same bytes.
 */
final class SyntheticPatterns {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int KNOTS = 6;
  private static final int LATTICE = KNOTS * KNOTS;

  private static final double MIDDLE = 128;

  /** Deviation, knot by knot, of an image's own noise: what all channels share, and each alone. */
  private static final double BRIGHTNESS = 30;

  private static final double COLOUR = 20;

  /** Deviation, knot by knot, of the pattern that a linear model sees, and of the other. */
  private static final double PLAIN = 3.1;

  private static final double SIGNED = 4.4;

  /** Half the width of the uniform noise of each pixel. */
  private static final double GRAIN = 24;

  /** The knot before each pixel of a row, and how far beyond it the pixel lies, in [0, 1]. */
  private static final int[] KNOT = new int[SIDE];

  private static final double[] BEYOND = new double[SIDE];

  static {
    for (int x = 0; x < SIDE; x++) {
      KNOT[x] = Math.min(x * (KNOTS - 1) / (SIDE - 1), KNOTS - 2);
      BEYOND[x] = (x * (KNOTS - 1) - KNOT[x] * (SIDE - 1)) / (double) (SIDE - 1);
    }
  }

  private final double[][] plain;
  private final double[][] signed;

  SyntheticPatterns(int classes, long seed) {
    plain = new double[classes][];
    signed = new double[classes][];
    for (int c = 0; c < classes; c++) {
      plain[c] = gaussians(Streams.of(seed, "synthetic-mean", c));
      signed[c] = gaussians(Streams.of(seed, "synthetic-sign", c));
    }
  }

  private static double[] gaussians(RandomStream stream) {
    double[] values = new double[CHANNELS * LATTICE];
    Arrays.setAll(values, i -> stream.nextGaussian());
    return values;
  }

  /** Writes an image of {@code label}, channel after channel, to {@code pixels} from {@code to}. */
  void draw(int label, RandomStream stream, byte[] pixels, int to) {
    double[] knots = knots(label, stream);
    double[] rows = new double[KNOTS * SIDE];
    for (int channel = 0; channel < CHANNELS; channel++) {
      widen(knots, channel * LATTICE, rows);
      heighten(rows, stream, pixels, to + channel * SIDE * SIDE);
    }
  }

  private double[] knots(int label, RandomStream stream) {
    double[] knots = new double[CHANNELS * LATTICE];
    double sign = stream.nextLong() < 0 ? -SIGNED : SIGNED;
    for (int j = 0; j < LATTICE; j++) {
      double shared = MIDDLE + BRIGHTNESS * stream.nextGaussian();
      for (int k = j; k < knots.length; k += LATTICE) {
        double own = shared + COLOUR * stream.nextGaussian();
        knots[k] = own + PLAIN * plain[label][k] + sign * signed[label][k];
      }
    }
    return knots;
  }

  /** Writes the lattice's rows, (6 × 32), of the channel whose knots begin at {@code from}. */
  private static void widen(double[] knots, int from, double[] rows) {
    for (int row = 0; row < KNOTS; row++) {
      for (int x = 0; x < SIDE; x++) {
        int left = from + row * KNOTS + KNOT[x];
        rows[row * SIDE + x] = mix(knots[left], knots[left + 1], BEYOND[x]);
      }
    }
  }

  /** Writes one channel; eight pixels share the 64 bits of one draw of grain. */
  private static void heighten(double[] rows, RandomStream stream, byte[] pixels, int to) {
    long bits = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      int above = KNOT[i / SIDE] * SIDE + i % SIDE;
      bits = i % 8 == 0 ? stream.nextLong() : bits >>> 8;
      double grain = ((bits & 0xFF) - 127.5) * (GRAIN / 127.5);
      double value = mix(rows[above], rows[above + SIDE], BEYOND[i / SIDE]) + grain;
      pixels[to + i] = (byte) Math.max(0, Math.min(255, Math.rint(value)));
    }
  }

  private static double mix(double a, double b, double share) {
    return (1 - share) * a + share * b;
  }
}
