package dev.sieve.bench;

import dev.sieve.data.ByteValues;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Labels;
import dev.sieve.data.Values;
import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.PixelScaling;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;

/** Examples to measure with, as many as an epoch has: bytes like those of CIFAR-10, or floats. */
final class RandomInputs {
  private RandomInputs() {}

  /** Returns examples of {@code inputs} values, from −2 to 2 as networks see them. */
  static Inputs of(int inputs) {
    RandomStream random = new RandomStream(1);
    boolean asBytes = inputs == Work.CIFAR10_INPUTS;
    Values values = asBytes ? bytes(inputs, random) : floats(inputs, random);
    int[] labels = new int[Work.EPOCH];
    Arrays.setAll(labels, i -> random.nextInt(Work.CLASSES));
    float[] scale = new float[inputs];
    float[] offset = new float[inputs];
    Arrays.fill(scale, asBytes ? 1 / 64f : 4);
    Arrays.fill(offset, -2f);
    return new NormalizedExamples(
        new Examples(values, new Labels(Work.CLASSES, labels)),
        null,
        new PixelScaling(scale, offset));
  }

  private static Values bytes(int inputs, RandomStream random) {
    byte[] pixels = new byte[Work.EPOCH * inputs];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextLong() >>> 56);
    }
    return new ByteValues(inputs, pixels);
  }

  private static Values floats(int inputs, RandomStream random) {
    float[] values = new float[Math.multiplyExact(Work.EPOCH, inputs)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return new FloatValues(inputs, values);
  }
}
