package dev.sieve.data;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * The shape of each image and the number of classes. Pixels lie plane by plane, row by row, as in
 * CIFAR-10's binary files: all of the first channel, then all of the second.
 */
public record Shape(int height, int width, int channels, int classes) implements Serializable {

  /** 32 × 32 pixels, 3 channels, 10 classes. */
  public static final Shape CIFAR10 = new Shape(32, 32, 3, 10);

  public Shape {
    check(
        height >= 1 && width >= 1 && channels >= 1,
        "height, width and channels must be >= 1, but were %d, %d, %d",
        height,
        width,
        channels);
    check(classes >= 2 && classes <= 128, "classes must be 2 to 128, but were %d", classes);
  }

  /** Returns the values of one image: the inputs d of a network. */
  public int inputs() {
    return height * width * channels;
  }
}
