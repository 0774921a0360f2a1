package dev.sieve.data.input;

/** Loads examples mirrored and shifted. For many threads at once, each with places of its own. */
@FunctionalInterface
public interface Mover {

  /**
   * Writes example {@code row} into {@code x} from {@code to} on: mirrored first, if asked for,
   * then moved {@code down} and {@code right}.
   *
   * @param place of the example in its batch
   * @param edge whether the nearest edge comes in where an image has moved away; otherwise black
   */
  void load(
      int row, boolean mirrored, int down, int right, boolean edge, int place, float[] x, int to);
}
