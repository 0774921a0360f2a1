package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import java.io.Serializable;

/**
 * What is done to the inputs of each training image, anew in each epoch. Trials of a pack share it.
 *
 * @param flip probability that an image is mirrored, left for right
 * @param shift most pixels that an image is moved by, up or down and left or right
 * @param fill what comes in where an image has moved away
 * @param noise standard deviation of Gaussian noise on the normalized inputs
 * @param dropout share of the inputs that are set to 0; the others are divided by 1 − dropout
 * @param cutout side, in pixels, of a square that is set to 0 at a random place of each image
 */
public record Augmentation(
    double flip, int shift, Fill fill, double noise, double dropout, int cutout)
    implements Serializable {

  /** Leaves the inputs as they are. */
  public static final Augmentation NONE = new Augmentation(0, 0, Fill.ZERO, 0, 0);

  /** What comes in where an image has moved away. */
  public enum Fill {
    /** Black, before normalization. */
    ZERO,
    /** The pixel at the nearest edge. */
    EDGE;

    /** Returns the name by which conf files know this choice. */
    public String text() {
      return this == ZERO ? "zero" : "edge";
    }
  }

  public Augmentation {
    Rule.PROBABILITY.require("flip", flip);
    Rule.COUNT.require("shift", shift);
    requireNonNull(fill, "fill is null");
    Rule.NOT_NEGATIVE.require("noise", noise);
    Rule.SHARE.require("input-dropout", dropout);
    Rule.COUNT.require("cutout", cutout);
  }

  /** Without cutout. */
  public Augmentation(double flip, int shift, Fill fill, double noise, double dropout) {
    this(flip, shift, fill, noise, dropout, 0);
  }

  /** Returns whether pixels change their places, for which examples must be images. */
  public boolean moves() {
    return flip > 0 || shift > 0;
  }

  /** Returns it as a configuration's canonical text holds it. */
  String text() {
    return flip + "," + shift + "," + fill.text() + "," + noise + "," + dropout;
  }
}
