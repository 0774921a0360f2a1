package dev.sieve.data;

import static dev.sieve.Checks.check;

/**
 * Loads images mirrored and shifted: their bytes, so that the normalization of a pixel is that of
 * the place where it comes to lie. Owns the memory of a batch of images, of which different threads
 * may load different ones at once.
 */
public final class ImageMover {
  private final NormalizedImages images;
  private final Shape shape;
  private final byte[] moved;

  /**
   * @param shift most pixels that an image will be moved by
   * @param batch images of a batch
   */
  public ImageMover(NormalizedImages images, int shift, int batch) {
    this.images = images;
    this.shape = images.images().shape();
    check(
        shift < Math.min(shape.width(), shape.height()),
        "shift must be less than the %d x %d pixels of an image, but was %d",
        shape.width(),
        shape.height(),
        shift);
    this.moved = new byte[Math.multiplyExact(batch, shape.inputs())];
  }

  /**
   * Writes image {@code row} into {@code x} from {@code to} on: mirrored first, if asked for, then
   * moved {@code down} and {@code right}.
   *
   * @param place of the image in its batch
   * @param edge whether the nearest edge comes in where the image has moved away; otherwise black
   */
  public void load(
      int row, boolean mirrored, int down, int right, boolean edge, int place, float[] x, int to) {
    byte[] pixels = images.images().pixels();
    int from = row * shape.inputs();
    if (!mirrored && down == 0 && right == 0) {
      images.scaling().apply(pixels, from, x, to);
      return;
    }
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < shape.channels(); channel++) {
      int at = place * shape.inputs() + channel * plane;
      move(pixels, from + channel * plane, mirrored, down, right, edge, at);
    }
    images.scaling().apply(moved, place * shape.inputs(), x, to);
  }

  private void move(
      byte[] pixels, int from, boolean mirrored, int down, int right, boolean edge, int to) {
    int width = shape.width();
    int height = shape.height();
    for (int y = 0; y < height; y++) {
      int sourceY = Math.max(0, Math.min(height - 1, y - down));
      boolean outside = sourceY != y - down;
      for (int x = 0; x < width; x++) {
        int sourceX = Math.max(0, Math.min(width - 1, x - right));
        boolean black = !edge && (outside || sourceX != x - right);
        int column = mirrored ? width - 1 - sourceX : sourceX;
        moved[to + y * width + x] = black ? 0 : pixels[from + sourceY * width + column];
      }
    }
  }
}
