package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.sample.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingKernelTest {
  private static final int OFFSET = 7;

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 75, 768, 3072})
  void fastest_givesTheBitsOfThePlainOne(int inputs) {
    assertEquals("VectorKernel", ScalingKernel.FASTEST.getClass().getSimpleName());
    RandomStream random = new RandomStream(inputs);
    byte[] pixels = new byte[inputs + OFFSET];
    float[] scale = new float[inputs];
    float[] offset = new float[inputs];
    for (int j = 0; j < inputs; j++) {
      pixels[j + OFFSET] = (byte) random.nextInt(256);
      scale[j] = (float) random.nextGaussian();
      offset[j] = (float) random.nextGaussian();
    }
    float[] plain = new float[inputs + OFFSET];
    float[] fastest = new float[inputs + OFFSET];
    for (int again = 0; again < 2_000; again++) { // interpreted first, compiled later
      ScalingKernel.FASTEST.apply(pixels, OFFSET, scale, offset, fastest, OFFSET);
      ScalingKernel.plain(pixels, OFFSET, scale, offset, plain, OFFSET);
      assertArrayEquals(plain, fastest);
    }
  }
}
