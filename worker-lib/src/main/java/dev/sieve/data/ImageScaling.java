package dev.sieve.data;

import static dev.sieve.Checks.check;

/**
 * Each image by itself: its values minus their mean, divided by their standard deviation (the
 * population's; 1 where all values are the same).
 *
 * @param inputs values of an image, d
 */
public record ImageScaling(int inputs) implements Scaling {

  public ImageScaling {
    check(inputs >= 1, "inputs must be >= 1, but were %d", inputs);
  }

  @Override
  public void apply(byte[] pixels, int from, float[] x, int to) {
    long sum = 0;
    long squares = 0;
    for (int j = from; j < from + inputs; j++) {
      int value = pixels[j] & 0xFF;
      sum += value;
      squares += (long) value * value;
    }
    Moments moments = Moments.of(sum, squares, inputs);
    float scale = (float) (1 / moments.deviation());
    float offset = (float) (-moments.mean() / moments.deviation());
    for (int j = 0; j < inputs; j++) {
      x[to + j] = (pixels[from + j] & 0xFF) * scale + offset;
    }
  }
}
