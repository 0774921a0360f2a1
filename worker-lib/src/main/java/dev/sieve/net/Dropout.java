package dev.sieve.net;

import dev.sieve.sample.RandomStream;

/**
 * Inverted dropout: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple
 * Way to Prevent Neural Networks from Overfitting", JMLR 15, 2014; what stays is divided by its
 * probability while training, so that nothing is left to do afterwards.
 */
public final class Dropout {
  private Dropout() {}

  /**
   * Sets each number to 0 with probability {@code share}, and divides it by 1 − share otherwise;
   * one draw each, in their order. Does not allocate.
   */
  public static void apply(float[] values, int at, int length, double share, RandomStream random) {
    float inverse = inverse(share);
    for (int i = at; i < at + length; i++) {
      values[i] = random.nextDouble() < share ? 0 : values[i] * inverse;
    }
  }

  /** Returns what the numbers that stay are multiplied by. */
  static float inverse(double share) {
    return (float) (1 / (1 - share));
  }
}
