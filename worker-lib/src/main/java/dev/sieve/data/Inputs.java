package dev.sieve.data;

import dev.sieve.kernel.Rows;

/** Where a training step's inputs come from; the step itself sees floats only. */
public interface Inputs {

  /** Returns the number of inputs d of each example. */
  int width();

  /** Returns the number of examples. */
  int count();

  /** Returns the class of example {@code row}. */
  int label(int row);

  /**
   * Writes the examples {@code rows[from]} … {@code rows[from + count - 1]} into {@code x}, (count
   * × d). Does not allocate.
   */
  void load(int[] rows, int from, int count, Rows x);
}
