package dev.sieve.data;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * The shape of examples that are images. Pixels lie plane by plane, row by row, as in CIFAR-10's
 * binary files: all of the first channel, then all of the second.
 */
public record ImageShape(int height, int width, int channels) implements Serializable {

  /** 32 × 32 pixels, 3 channels. */
  public static final ImageShape CIFAR10 = new ImageShape(32, 32, 3);

  public ImageShape {
    check(
        height >= 1 && width >= 1 && channels >= 1,
        "height, width and channels must be >= 1, but were %d, %d, %d",
        height,
        width,
        channels);
  }

  /** Returns the values of one image: the inputs d of a network. */
  public int inputs() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }
}
