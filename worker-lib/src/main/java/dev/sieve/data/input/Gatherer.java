package dev.sieve.data.input;

import dev.sieve.kernel.Rows;

/**
 * Loads examples that lie anywhere in memory into the rows of a mini-batch. For many threads at
 * once, each with rows of its own.
 */
@FunctionalInterface
public interface Gatherer {

  /**
   * Writes example {@code order[from + i]} into row i of {@code x}, for i from {@code first} up to
   * {@code end}, exclusive. Does not allocate.
   */
  void load(int[] order, int from, int first, int end, Rows x);
}
