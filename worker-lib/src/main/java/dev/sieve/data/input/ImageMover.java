package dev.sieve.data.input;

import static dev.sieve.Checks.check;

import dev.sieve.data.ByteValues;
import dev.sieve.data.ImageShape;
import java.util.Arrays;

/**
 * Loads images mirrored and shifted: their bytes, so that the normalization of a pixel is that of
 * the place where it comes to lie. Owns the memory of a batch of images, of which different threads
 * may load different ones at once.
 */
final class ImageMover implements Mover {
  private final ByteValues pixels;
  private final ImageShape shape;
  private final Scaling scaling;
  private final byte[] moved;

  /**
   * @param shift most pixels that an image will be moved by
   * @param batch images of a batch
   */
  ImageMover(ByteValues pixels, ImageShape shape, Scaling scaling, int shift, int batch) {
    this.pixels = pixels;
    this.shape = shape;
    this.scaling = scaling;
    check(
        shift < Math.min(shape.width(), shape.height()),
        "shift must be less than the %d x %d pixels of an image, but was %d",
        shape.width(),
        shape.height(),
        shift);
    this.moved = new byte[Math.multiplyExact(batch, shape.inputs())];
  }

  @Override
  public void load(
      int row, boolean mirrored, int down, int right, boolean edge, int place, float[] x, int to) {
    byte[] block = pixels.block(row);
    int from = pixels.at(row);
    if (!mirrored && down == 0 && right == 0) {
      scaling.apply(block, from, x, to);
      return;
    }
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < shape.channels(); channel++) {
      int at = place * shape.inputs() + channel * plane;
      move(block, from + channel * plane, mirrored, down, right, edge, at);
    }
    scaling.apply(moved, place * shape.inputs(), x, to);
  }

  private void move(
      byte[] pixels, int from, boolean mirrored, int down, int right, boolean edge, int to) {
    int width = shape.width();
    for (int y = 0; y < shape.height(); y++) {
      int row = to + y * width;
      int source = Math.max(0, Math.min(shape.height() - 1, y - down));
      if (edge || source == y - down) {
        moveRow(pixels, from + source * width, mirrored, right, edge, row);
      } else {
        Arrays.fill(moved, row, row + width, (byte) 0);
      }
    }
  }

  /** Without a branch per pixel: half of all images are mirrored where any are. */
  private void moveRow(byte[] pixels, int from, boolean mirrored, int right, boolean edge, int to) {
    int width = shape.width();
    int first = Math.max(0, right);
    int end = Math.min(width, width + right);
    if (mirrored) {
      int last = from + width - 1 + right;
      for (int x = first; x < end; x++) {
        moved[to + x] = pixels[last - x];
      }
    } else {
      System.arraycopy(pixels, from + first - right, moved, to + first, end - first);
    }
    Arrays.fill(moved, to, to + first, edge ? moved[to + first] : 0);
    Arrays.fill(moved, to + end, to + width, edge ? moved[to + end - 1] : 0);
  }
}
