package dev.sieve.sample;

import java.io.Serializable;

/**
 * SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
 *
 * <p>Written out rather than taken from {@code java.util}, whose bounded and Gaussian draws may
 * change between Java versions: a table must not depend on the JDK. Confined to one thread; saved
 * with a training that is to go on, never shipped otherwise (ship its seed).
 */
public final class RandomStream implements Serializable {
  private static final long serialVersionUID = 1;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spareGaussian = Double.NaN;

  public RandomStream(long seed) {
    this.state = seed;
  }

  /** Returns 64 uniform bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a uniform multiple of 2⁻⁵³ in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * Returns a uniform integer in [0, {@code bound}), without bias: Lemire, "Fast Random Integer
   * Generation in an Interval", ACM TOMACS 29(1), 2019.
   */
  public int nextInt(int bound) {
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * Returns a standard normal number, by Marsaglia's polar method ("A Convenient Method for
   * Generating Normal Variables", SIAM Review 6(3), 1964), which yields them in pairs.
   */
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double square = u * u + v * v;
      if (0 < square && square < 1) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = v * scale;
        return u * scale;
      }
    }
  }

  /** Shuffles {@code values} in place (Fisher and Yates, in Durstenfeld's form). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int saved = values[i];
      values[i] = values[j];
      values[j] = saved;
    }
  }
}
