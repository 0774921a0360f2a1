package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.kernel.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  private static final int INPUTS = Shape.CIFAR10.inputs();

  private final Images images = Synthetic.generate(300, 10, 3).train();
  private final int[] rows = IntStream.range(50, 250).toArray();

  @Test
  void fit_perPixel_givesFittedImagesMean0AndDeviation1() {
    double[][] moments = moments(Normalization.PER_PIXEL.fit(images, rows), rows);
    for (int j = 0; j < INPUTS; j++) {
      assertEquals(0, moments[j][0], 1e-5, "mean of input " + j);
      assertEquals(1, moments[j][1], 1e-5, "deviation of input " + j);
    }
  }

  @Test
  void fit_perPixel_readsNoOtherImage() {
    PixelScaling before = Normalization.PER_PIXEL.fit(images, rows);
    byte[] pixels = images.pixels().clone();
    Arrays.fill(pixels, 0, 50 * INPUTS, (byte) 0);
    PixelScaling after =
        Normalization.PER_PIXEL.fit(new Images(images.shape(), pixels, images.labels()), rows);
    assertArrayEquals(before.scale(), after.scale());
    assertArrayEquals(before.offset(), after.offset());
  }

  @Test
  void fit_inputThatNeverChanges_becomesZero() {
    Images flat =
        new Images(new Shape(1, 1, 1, 2), new byte[] {(byte) 200, (byte) 200}, new byte[2]);
    float[] x = {9};
    Normalization.PER_PIXEL.fit(flat, new int[] {0, 1}).apply(flat.pixels(), 0, x, 0);
    assertArrayEquals(new float[] {0}, x);
  }

  @Test
  void fit_unit_maps255To1() {
    float[] x = new float[INPUTS];
    byte[] white = new byte[INPUTS];
    Arrays.fill(white, (byte) 255);
    Normalization.UNIT.fit(images, rows).apply(white, 0, x, 0);
    assertEquals(1, x[INPUTS - 1], 1e-7);
  }

  /** Returns mean and deviation of each input over the images at {@code rows}. */
  private double[][] moments(PixelScaling scaling, int[] rows) {
    Rows x = new Rows(rows.length, INPUTS);
    new NormalizedImages(images, scaling).load(rows, 0, rows.length, x);
    double[][] moments = new double[INPUTS][2];
    for (int j = 0; j < INPUTS; j++) {
      int input = j;
      double[] values =
          IntStream.range(0, rows.length).mapToDouble(i -> x.values()[x.at(i) + input]).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
      moments[j] = new double[] {mean, Math.sqrt(square - mean * mean)};
    }
    return moments;
  }
}
