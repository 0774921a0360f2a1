package dev.sieve.data.input;

import static dev.sieve.Checks.check;

/**
 * Each example by itself: its values minus their mean, divided by their standard deviation (the
 * population's; 1 where all values are the same).
 *
 * @param inputs values of an example, d
 */
public record ExampleScaling(int inputs) implements Scaling {

  public ExampleScaling {
    check(inputs >= 1, "inputs must be >= 1, but were %d", inputs);
  }

  @Override
  public void apply(byte[] values, int from, float[] x, int to) {
    long sum = 0;
    long squares = 0;
    for (int j = from; j < from + inputs; j++) {
      int value = values[j] & 0xFF;
      sum += value;
      squares += (long) value * value;
    }
    Moments moments = Moments.of(sum, squares, inputs);
    float scale = (float) (1 / moments.deviation());
    float offset = (float) (-moments.mean() / moments.deviation());
    for (int j = 0; j < inputs; j++) {
      x[to + j] = (values[from + j] & 0xFF) * scale + offset;
    }
  }

  /** Sums in the order of the values. */
  @Override
  public void apply(float[] values, int from, float[] x, int to) {
    double sum = 0;
    float min = values[from];
    float max = min;
    for (int j = from; j < from + inputs; j++) {
      sum += values[j];
      min = Math.min(min, values[j]);
      max = Math.max(max, values[j]);
    }
    double mean = min == max ? min : sum / inputs;
    double squares = 0;
    for (int j = from; j < from + inputs; j++) {
      squares += (values[j] - mean) * (values[j] - mean);
    }
    double factor = min == max ? 1 : 1 / Math.sqrt(squares / inputs);
    for (int j = 0; j < inputs; j++) {
      x[to + j] = (float) ((values[from + j] - mean) * factor);
    }
  }
}
