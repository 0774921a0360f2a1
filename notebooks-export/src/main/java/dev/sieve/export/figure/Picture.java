package dev.sieve.export.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A small picture inside a figure, as the address of its own bytes. */
final class Picture {
  private static final int SCALE = 3;

  private Picture() {}

  /** The value of one channel at one pixel, in [0, 1]; values outside are cut. */
  interface Pixels {
    double at(int row, int column, int channel);
  }

  /** Returns a {@code data:} address of a PNG, each pixel a square of 3 by 3. */
  static String png(int height, int width, Pixels pixels) {
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height * SCALE; row++) {
      for (int column = 0; column < width * SCALE; column++) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
          rgb = rgb << 8 | level(pixels.at(row / SCALE, column / SCALE, channel));
        }
        image.setRGB(column, row, rgb);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static int level(double value) {
    return (int) Math.round(255 * Math.min(1, Math.max(0, value)));
  }
}
