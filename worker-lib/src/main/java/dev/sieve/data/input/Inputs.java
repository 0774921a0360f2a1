package dev.sieve.data.input;

/** Where a training step's inputs come from; the step itself sees floats only. */
public interface Inputs {

  /** Returns the number of inputs d of each example. */
  int width();

  /** Returns the number of examples. */
  int count();

  /** Returns the class of example {@code row}. */
  int label(int row);

  /**
   * Writes example {@code row}, d floats, into {@code x} from {@code at} on. Does not allocate; for
   * many threads at once.
   */
  void load(int row, float[] x, int at);
}
