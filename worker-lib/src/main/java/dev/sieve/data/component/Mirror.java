package dev.sieve.data.component;

import dev.sieve.data.ImageShape;
import java.io.Serializable;

/**
 * An orthogonal change of coordinates of an example, x, into two halves. The even half is what an
 * image and its mirror image (left for right) have in common: (x_a + x_b) / √2 for each pair of
 * pixels that a mirror swaps, and x_a for those that it leaves in their place. The odd half is
 * where they differ, (x_a − x_b) / √2: a mirror changes its sign. Of examples that are no images
 * all inputs are even.
 *
 * <p>Sums of products of an even and an odd coordinate cancel where each image counts together with
 * its mirror image. So the principal components of all of these are those of either half.
 */
final class Mirror implements Serializable {
  private static final long serialVersionUID = 1;

  private static final float HALF = (float) Math.sqrt(0.5);

  private final int inputs;
  private final int[] left; // of each pair
  private final int[] right;
  private final int[] fixed;

  /**
   * @param shape of each example where they are images; null otherwise
   */
  Mirror(int inputs, ImageShape shape) {
    this.inputs = inputs;
    int width = shape == null ? 1 : shape.width();
    int lines = inputs / width;
    int pairs = width / 2;
    this.left = new int[lines * pairs];
    this.right = new int[lines * pairs];
    this.fixed = new int[width % 2 * lines];
    for (int line = 0; line < lines; line++) {
      for (int x = 0; x < pairs; x++) {
        left[line * pairs + x] = line * width + x;
        right[line * pairs + x] = line * width + width - 1 - x;
      }
      if (width % 2 == 1) {
        fixed[line] = line * width + pairs;
      }
    }
  }

  int inputs() {
    return inputs;
  }

  /** Returns the number of even coordinates. */
  int even() {
    return left.length + fixed.length;
  }

  /** Returns the number of odd coordinates; 0 where examples are no images. */
  int odd() {
    return left.length;
  }

  /**
   * Reads {@code x}, an example; writes its halves into {@code even} and {@code odd}, each from the
   * given place on.
   */
  void split(float[] x, float[] even, int evenAt, float[] odd, int oddAt) {
    for (int i = 0; i < left.length; i++) {
      float a = x[left[i]];
      float b = x[right[i]];
      even[evenAt + i] = (a + b) * HALF;
      odd[oddAt + i] = (a - b) * HALF;
    }
    for (int i = 0; i < fixed.length; i++) {
      even[evenAt + left.length + i] = x[fixed[i]];
    }
  }

  /** Returns the example whose halves are 0 and {@code half}, which is the odd one or not. */
  float[] join(float[] half, boolean odd) {
    float[] x = new float[inputs];
    for (int i = 0; i < left.length; i++) {
      x[left[i]] = half[i] * HALF;
      x[right[i]] = odd ? -x[left[i]] : x[left[i]];
    }
    if (!odd) {
      for (int i = 0; i < fixed.length; i++) {
        x[fixed[i]] = half[left.length + i];
      }
    }
    return x;
  }
}
