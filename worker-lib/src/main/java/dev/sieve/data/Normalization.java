package dev.sieve.data;

import java.util.Arrays;

/**
 * How bytes become the inputs of a network. Fitted on training images only, applied to all alike.
 */
public enum Normalization {
  /**
   * Each input minus its mean over the training images, divided by its standard deviation over them
   * (the population's; 1 where an input never changes).
   */
  PER_PIXEL("per-pixel") {
    @Override
    public Scaling fit(Images images, int[] rows) {
      return affine(Moments.perInput(images, rows));
    }
  },

  /** As per-pixel, but with one mean and one standard deviation of all values together. */
  GLOBAL("global") {
    @Override
    public Scaling fit(Images images, int[] rows) {
      Moments[] moments = new Moments[images.shape().inputs()];
      Arrays.fill(moments, Moments.ofAll(images, rows));
      return affine(moments);
    }
  },

  /**
   * Each image minus the mean of its own values, divided by their standard deviation; nothing is
   * fitted.
   */
  PER_IMAGE("per-image") {
    @Override
    public Scaling fit(Images images, int[] rows) {
      return new ImageScaling(images.shape().inputs());
    }
  },

  /** Bytes divided by 255, so that each input lies in [0, 1]; nothing is fitted. */
  UNIT("unit") {
    @Override
    public Scaling fit(Images images, int[] rows) {
      float[] scale = new float[images.shape().inputs()];
      Arrays.fill(scale, 1 / 255f);
      return new PixelScaling(scale, new float[scale.length]);
    }
  },

  /** Bytes divided by 255, minus the mean of that input over the training images. */
  MEAN_ONLY("mean-only") {
    @Override
    public Scaling fit(Images images, int[] rows) {
      return affine(
          Arrays.stream(Moments.perInput(images, rows))
              .map(moments -> new Moments(moments.mean(), 255))
              .toArray(Moments[]::new));
    }
  };

  private final String text;

  Normalization(String text) {
    this.text = text;
  }

  /** Returns the name by which conf files and tables know this normalization. */
  public String text() {
    return text;
  }

  /** Returns the map that this normalization makes of the images at {@code rows}, at least one. */
  public abstract Scaling fit(Images images, int[] rows);

  /** Returns (byte − mean) / deviation, each input with its own moments. */
  private static PixelScaling affine(Moments[] moments) {
    float[] scale = new float[moments.length];
    float[] offset = new float[moments.length];
    for (int j = 0; j < moments.length; j++) {
      scale[j] = (float) (1 / moments[j].deviation());
      offset[j] = (float) (-moments[j].mean() / moments[j].deviation());
    }
    return new PixelScaling(scale, offset);
  }
}
