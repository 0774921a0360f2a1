package dev.sieve.driver.source.image;

import dev.sieve.data.ImageShape;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Turns encoded images into pixels as CIFAR-10's files have them: plane by plane, row by row. */
public final class ImageDecoder {
  private static final int COLOURS = 3;
  private static final int BITS = 8;

  private float[] pixels = new float[0];

  /** What takes a decoded image, or hears what is wrong with it. */
  public interface Taking {
    /** Takes the image; {@code pixels} is not kept beyond it. */
    void image(ImageShape shape, float[] pixels);

    /** Takes a rule that the image breaks, and what there is instead. */
    void refused(String rule, String found);
  }

  public ImageDecoder() {
    ImageIO.setUseCache(false); // of files on disk
  }

  /** Hands the pixels of an image to {@code taking}, or says what is wrong with it. */
  public void decode(byte[] encoded, Taking taking) {
    BufferedImage image = image(encoded);
    if (image == null) {
      taking.refused(
          "must be a whole PNG or JPEG image", encoded.length + " bytes of something else");
      return;
    }
    int channels = channels(image);
    boolean known = (channels == 1 || channels == COLOURS) && isOfBytes(image);
    if (!known) {
      taking.refused(
          "must be an image of 1 or 3 channels of bytes (no transparency)",
          channels + " of type " + image.getType());
      return;
    }
    ImageShape shape = new ImageShape(image.getHeight(), image.getWidth(), channels);
    if (pixels.length != shape.inputs()) {
      pixels = new float[shape.inputs()];
    }
    fill(image, shape);
    taking.image(shape, pixels);
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

  private void fill(BufferedImage image, ImageShape shape) {
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
