package dev.sieve.train.batch;

import dev.sieve.data.ImageShape;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;

/**
 * Sets a square of an image to 0. Its middle is drawn uniformly, so that a part of it may lie
 * outside: DeVries and Taylor, "Improved Regularization of Convolutional Neural Networks with
 * Cutout", 2017, section 3.2.
 *
 * @param side of the square, in pixels
 */
record Cutout(ImageShape shape, int side) {

  /** Draws a place; changes the image that stands in {@code x} from {@code at} on. */
  void apply(float[] x, int at, RandomStream places) {
    int top = places.nextInt(shape.height()) - side / 2;
    int left = places.nextInt(shape.width()) - side / 2;
    int from = Math.max(0, left);
    int end = Math.min(shape.width(), left + side);
    for (int channel = 0; channel < shape.channels(); channel++) {
      int plane = at + channel * shape.height() * shape.width();
      for (int y = Math.max(0, top); y < Math.min(shape.height(), top + side); y++) {
        Arrays.fill(x, plane + y * shape.width() + from, plane + y * shape.width() + end, 0f);
      }
    }
  }
}
