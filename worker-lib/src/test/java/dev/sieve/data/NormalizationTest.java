package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  private static final int INPUTS = Shape.CIFAR10.inputs();

  /** Two images of two values each, four numbers in all. */
  private static final Images FOUR =
      new Images(new Shape(1, 2, 1, 2), new byte[] {10, 20, 30, 60}, new byte[2]);

  private static final int[] ALL = {0, 1};

  /** More than threads sum up at once, and no multiple of it. */
  private final int[] rows = IntStream.range(50, 2_250).toArray();

  private final Images images = Synthetic.generate(2_300, 10, 3).train();

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
    PixelScaling before = (PixelScaling) Normalization.PER_PIXEL.fit(images, rows);
    byte[] pixels = images.pixels().clone();
    Arrays.fill(pixels, 0, 50 * INPUTS, (byte) 0);
    Images changed = new Images(images.shape(), pixels, images.labels());
    PixelScaling after = (PixelScaling) Normalization.PER_PIXEL.fit(changed, rows);
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

  @Test
  void fit_global_subtractsOneMeanAndDividesByOneDeviation() {
    Scaling global = Normalization.GLOBAL.fit(FOUR, ALL);
    double mean = (10 + 20 + 30 + 60) / 4.0;
    double deviation = Math.sqrt((400 + 100 + 0 + 900) / 4.0);
    assertScaled(global, 0, (10 - mean) / deviation, (20 - mean) / deviation);
    assertScaled(global, 1, (30 - mean) / deviation, (60 - mean) / deviation);
  }

  @Test
  void fit_perImage_givesEachImageMean0AndDeviation1() {
    Scaling perImage = Normalization.PER_IMAGE.fit(FOUR, ALL);
    assertScaled(perImage, 0, -1, 1);
    assertScaled(perImage, 1, -1, 1);
  }

  @Test
  void fit_perImage_imageOfOneColour_becomesZero() {
    Images grey = new Images(new Shape(1, 2, 1, 2), new byte[] {7, 7}, new byte[1]);
    float[] x = {9, 9};
    Normalization.PER_IMAGE.fit(grey, new int[] {0}).apply(grey.pixels(), 0, x, 0);
    assertArrayEquals(new float[2], x, 1e-6f);
  }

  @Test
  void fit_meanOnly_subtractsTheMeanOfTheTrainingImages() {
    Scaling meanOnly = Normalization.MEAN_ONLY.fit(FOUR, ALL);
    assertScaled(meanOnly, 0, -10 / 255.0, -20 / 255.0);
    Scaling ofTheFirst = Normalization.MEAN_ONLY.fit(FOUR, new int[] {0});
    assertScaled(ofTheFirst, 1, 20 / 255.0, 40 / 255.0);
  }

  private static void assertScaled(Scaling scaling, int image, double first, double second) {
    float[] x = new float[2];
    scaling.apply(FOUR.pixels(), 2 * image, x, 0);
    assertArrayEquals(new float[] {(float) first, (float) second}, x, 1e-6f);
  }

  /** Returns mean and deviation of each input over the images at {@code rows}. */
  private double[][] moments(Scaling scaling, int[] rows) {
    Rows x = new Rows(new SieveEngine().products(), rows.length, INPUTS);
    NormalizedImages inputs = new NormalizedImages(images, scaling);
    for (int i = 0; i < rows.length; i++) {
      inputs.load(rows[i], x.values(), x.at(i));
    }
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
