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
    public PixelScaling fit(Images images, int[] rows) {
      int inputs = images.shape().inputs();
      long[] sums = new long[inputs];
      long[] squares = new long[inputs];
      for (int row : rows) {
        int from = row * inputs;
        for (int j = 0; j < inputs; j++) {
          int value = images.pixels()[from + j] & 0xFF;
          sums[j] += value;
          squares[j] += (long) value * value;
        }
      }
      float[] scale = new float[inputs];
      float[] offset = new float[inputs];
      double n = rows.length;
      for (int j = 0; j < inputs; j++) {
        double mean = sums[j] / n;
        double variance = (squares[j] - sums[j] * mean) / n;
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        scale[j] = (float) (1 / deviation);
        offset[j] = (float) (-mean / deviation);
      }
      return new PixelScaling(scale, offset);
    }
  },

  /** Bytes divided by 255, so that each input lies in [0, 1]; nothing is fitted. */
  UNIT("unit") {
    @Override
    public PixelScaling fit(Images images, int[] rows) {
      float[] scale = new float[images.shape().inputs()];
      Arrays.fill(scale, 1 / 255f);
      return new PixelScaling(scale, new float[scale.length]);
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
  public abstract PixelScaling fit(Images images, int[] rows);
}
