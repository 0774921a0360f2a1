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

  /** Random values that are repeated: drawing all of them would take a second. */
  private static final int DRAWN = 1 << 20;

  /** Returns examples of {@code inputs} values, from −2 to 2 as networks see them. */
  static Inputs of(int inputs) {
    boolean asBytes = inputs == Work.CIFAR10_INPUTS;
    return of(new ExampleKind(inputs, asBytes, null, Work.CLASSES), Work.EPOCH);
  }

  /** Returns {@code count} examples of {@code kind}, likewise. */
  static Inputs of(ExampleKind kind, int count) {
    RandomStream random = new RandomStream(1);
    int inputs = kind.inputs();
    Values values = kind.bytes() ? bytes(inputs, count, random) : floats(inputs, count, random);
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> random.nextInt(kind.classes()));
    float[] scale = new float[inputs];
    float[] offset = new float[inputs];
    Arrays.fill(scale, kind.bytes() ? 1 / 64f : 4);
    Arrays.fill(offset, -2f);
    return new NormalizedExamples(
        new Examples(values, new Labels(kind.classes(), labels)),
        kind.shape(),
        new PixelScaling(scale, offset));
  }

  private static Values bytes(int inputs, int count, RandomStream random) {
    byte[] pixels = new byte[Math.multiplyExact(count, inputs)];
    int drawn = Math.min(DRAWN, pixels.length);
    for (int i = 0; i < drawn; i++) {
      pixels[i] = (byte) (random.nextLong() >>> 56);
    }
    for (int at = drawn; at < pixels.length; at += drawn) {
      System.arraycopy(pixels, 0, pixels, at, Math.min(drawn, pixels.length - at));
    }
    return new ByteValues(inputs, pixels);
  }

  private static Values floats(int inputs, int count, RandomStream random) {
    float[] values = new float[Math.multiplyExact(count, inputs)];
    int drawn = Math.min(DRAWN, values.length);
    for (int i = 0; i < drawn; i++) {
      values[i] = (float) random.nextDouble();
    }
    for (int at = drawn; at < values.length; at += drawn) {
      System.arraycopy(values, 0, values, at, Math.min(drawn, values.length - at));
    }
    return new FloatValues(inputs, values);
  }
}
