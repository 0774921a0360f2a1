package dev.sieve.data.input;

import dev.sieve.data.ImageShape;
import java.util.Optional;

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

  /**
   * Returns what loads many examples, faster than {@link #load} one by one where it can.
   *
   * @param batch most rows of a mini-batch
   */
  default Gatherer gatherer(int batch) {
    return (order, from, first, end, x) -> {
      for (int i = first; i < end; i++) {
        load(order[from + i], x.values(), x.at(i));
      }
    };
  }

  /** Returns the shape of each example, if its inputs are the pixels of an image. */
  default Optional<ImageShape> shape() {
    return Optional.empty();
  }

  /**
   * Returns what mirrors and shifts these examples, if anything can.
   *
   * @param shift most pixels that an image will be moved by
   * @param batch examples of a batch
   */
  default Optional<Mover> mover(int shift, int batch) {
    return Optional.empty();
  }
}
