package dev.sieve.data;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Labelled images in their compact form, one byte a value: what is broadcast, once per search.
 *
 * <p>Not a record: it is bulk, never compared. The arrays are shared, not copied; nobody writes to
 * them.
 */
public final class Images implements Serializable {
  private static final long serialVersionUID = 1;

  private final Shape shape;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * @param pixels {@code shape.inputs()} unsigned bytes per image, image after image
   * @param labels one class per image, in [0, {@code shape.classes()})
   */
  public Images(Shape shape, byte[] pixels, byte[] labels) {
    this.shape = requireNonNull(shape, "shape is null");
    check(
        pixels.length == (long) labels.length * shape.inputs(),
        "%d images need %d pixel values, but got %d",
        labels.length,
        (long) labels.length * shape.inputs(),
        pixels.length);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= shape.classes()) {
        throw new IllegalArgumentException(
            "label of image %d must be below %d, but was %d"
                .formatted(i, shape.classes(), labels[i] & 0xFF));
      }
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  public Shape shape() {
    return shape;
  }

  /** Returns the number of images. */
  public int count() {
    return labels.length;
  }

  /** Returns the values of all images; shared, not to be modified. */
  public byte[] pixels() {
    return pixels;
  }

  /** Returns the labels of all images; shared, not to be modified. */
  public byte[] labels() {
    return labels;
  }
}
