package dev.sieve.net;

import dev.sieve.sample.RandomStream;

/**
 * Inverted dropout: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple
 * Way to Prevent Neural Networks from Overfitting", JMLR 15, 2014. Numbers that stay are divided by
 * their probability of staying while training, so that evaluation needs no correction.
 */
public final class Dropout {
  private Dropout() {}

  /**
   * Sets each number to 0 with probability {@code share}, and divides it by 1 − share otherwise;
   * one draw per number, in order. Does not allocate.
   */
  public static void apply(float[] values, int at, int length, double share, RandomStream random) {
    float inverse = inverse(share);
    for (int i = at; i < at + length; i++) {
      values[i] = random.nextDouble() < share ? 0 : values[i] * inverse;
    }
  }

  /** Returns the factor of the numbers that stay. */
  public static float inverse(double share) {
    return (float) (1 / (1 - share));
  }
}
