package dev.sieve.driver.source;

import dev.sieve.data.ImageShape;
import dev.sieve.data.table.TableReading;
import dev.sieve.data.table.TableRows;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Turns encoded images, all of one size, into pixels as CIFAR-10's files have them: plane by plane,
 * row by row.
 */
final class ImageDecoder {
  private static final int COLOURS = 3;
  private static final int BITS = 8;

  private final TableReading reading;
  private ImageShape shape; // of the first image
  private float[] pixels;

  ImageDecoder(TableReading reading) {
    this.reading = reading;
    ImageIO.setUseCache(false); // of files on disk
  }

  /** Hands the pixels of an image to {@code rows}, or says what is wrong with it. */
  void decode(byte[] encoded, String column, TableRows rows) {
    BufferedImage image = image(encoded);
    if (image == null) {
      String rule = "must be a whole PNG or JPEG image";
      throw rows.refused(column, rule, encoded.length + " bytes of something else");
    }
    int channels = channels(image);
    boolean known = (channels == 1 || channels == COLOURS) && isOfBytes(image);
    if (!known) {
      String rule = "must be an image of 1 or 3 channels of bytes (no transparency)";
      throw rows.refused(column, rule, channels + " of type " + image.getType());
    }
    ImageShape found = new ImageShape(image.getHeight(), image.getWidth(), channels);
    if (shape == null) {
      shape = found;
      pixels = new float[found.inputs()];
      reading.images(found);
    }
    if (!shape.equals(found)) {
      throw rows.refused(
          column, "must be an image of " + said(shape) + " as the first", said(found));
    }
    fill(image);
    rows.array(pixels, pixels.length);
  }

  private static BufferedImage image(byte[] encoded) {
    try {
      return ImageIO.read(new ByteArrayInputStream(encoded));
    } catch (IOException | RuntimeException e) { // as readers do at damaged images
      return null;
    }
  }

  private static int channels(BufferedImage image) {
    return image.getColorModel() instanceof IndexColorModel index && !index.hasAlpha()
        ? COLOURS
        : image.getColorModel().getNumComponents();
  }

  private static boolean isOfBytes(BufferedImage image) {
    return image.getColorModel() instanceof IndexColorModel
        || image.getColorModel().getComponentSize(0) == BITS;
  }

  private static String said(ImageShape shape) {
    return "%d x %d pixels and %d channels"
        .formatted(shape.height(), shape.width(), shape.channels());
  }

  private void fill(BufferedImage image) {
    int plane = shape.height() * shape.width();
    Raster raster = image.getRaster();
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int at = y * shape.width() + x;
        if (shape.channels() == 1) {
          pixels[at] = raster.getSample(x, y, 0); // as stored: getRGB would brighten it
        } else {
          int rgb = image.getRGB(x, y);
          pixels[at] = (rgb >> 16) & 0xFF;
          pixels[plane + at] = (rgb >> 8) & 0xFF;
          pixels[2 * plane + at] = rgb & 0xFF;
        }
      }
    }
  }
}
