package dev.sieve.data.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Values;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  private static final int INPUTS = ImageShape.CIFAR10.inputs();

  /** Two images of two values each, four numbers in all. */
  private static final byte[] FOUR_BYTES = {10, 20, 30, 60};

  private static final Values FOUR = new ByteValues(2, FOUR_BYTES);

  private static final int[] ALL = {0, 1};

  /** More than threads sum up at once, and no multiple of it. */
  private final int[] rows = IntStream.range(50, 2_250).toArray();

  private final Examples pool = Synthetic.generate(2_300, 10, 3).pool();
  private final ByteValues images = (ByteValues) pool.values();

  @Test
  void fit_perPixel_givesFittedImagesMean0AndDeviation1() {
    double[][] moments = moments(Normalization.PER_PIXEL.fit(images, rows), rows);
    for (int j = 0; j < INPUTS; j++) {
      assertEquals(0, moments[j][0], 1e-5, "mean of input " + j);
      assertEquals(1, moments[j][1], 1e-5, "deviation of input " + j);
    }
  }

  @Test
  void names_haveOnesForWhatIsNoImage_andEachMeansOne() {
    assertEquals(Normalization.PER_PIXEL, Normalization.of("per-feature"));
    assertEquals(Normalization.PER_IMAGE, Normalization.of("per-example"));
    for (Normalization normalization : Normalization.values()) {
      assertEquals(normalization, Normalization.of(normalization.text()));
    }
    assertEquals(8, Normalization.names().size());
  }

  @Test
  void fit_none_leavesValuesAsTheyAre() {
    float[] x = new float[2];
    Normalization.NONE.fit(FOUR, ALL).apply(FOUR_BYTES, 2, x, 0);
    assertArrayEquals(new float[] {30, 60}, x);
  }

  @Test
  void fit_perPixel_readsNoOtherImage() {
    PixelScaling before = (PixelScaling) Normalization.PER_PIXEL.fit(images, rows);
    byte[] pixels = images.block(0).clone();
    Arrays.fill(pixels, 0, 50 * INPUTS, (byte) 0);
    Values changed = new ByteValues(INPUTS, pixels);
    PixelScaling after = (PixelScaling) Normalization.PER_PIXEL.fit(changed, rows);
    assertArrayEquals(before.scale(), after.scale());
    assertArrayEquals(before.offset(), after.offset());
  }

  @Test
  void fit_inputThatNeverChanges_becomesZero() {
    byte[] bytes = {(byte) 200, (byte) 200};
    Values flat = new ByteValues(1, bytes);
    float[] x = {9};
    Normalization.PER_PIXEL.fit(flat, new int[] {0, 1}).apply(bytes, 0, x, 0);
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
    byte[] bytes = {7, 7};
    Values grey = new ByteValues(2, bytes);
    float[] x = {9, 9};
    Normalization.PER_IMAGE.fit(grey, new int[] {0}).apply(bytes, 0, x, 0);
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
    scaling.apply(FOUR_BYTES, 2 * image, x, 0);
    assertArrayEquals(new float[] {(float) first, (float) second}, x, 1e-6f);
  }

  @Test
  void fit_floatsThatAreBytes_givesWhatBytesGive() {
    byte[] bytes = images.block(0);
    float[] floats = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      floats[i] = Byte.toUnsignedInt(bytes[i]);
    }
    FloatValues same = new FloatValues(INPUTS, floats);
    for (Normalization kind :
        List.of(Normalization.PER_PIXEL, Normalization.GLOBAL, Normalization.PER_IMAGE)) {
      float[] x = new float[INPUTS];
      float[] y = new float[INPUTS];
      kind.fit(images, rows).apply(bytes, 7 * INPUTS, x, 0);
      kind.fit(same, rows).apply(floats, 7 * INPUTS, y, 0);
      assertArrayEquals(x, y, 1e-4f, kind.text());
    }
  }

  /** Sums of doubles depend on their order: it must not be the threads'. */
  @Test
  void fit_floats_hasTheSameBitsOnAnyNumberOfThreads() throws Exception {
    RandomStream random = new RandomStream(5);
    float[] values = new float[3 * 70_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.exp(8 * random.nextGaussian());
    }
    FloatValues floats = new FloatValues(3, values);
    int[] all = IntStream.range(0, floats.count()).toArray();
    for (Normalization kind : Normalization.values()) {
      if (kind.fit(floats, all) instanceof PixelScaling expected) {
        for (int threads : new int[] {1, 3, 7}) {
          ForkJoinPool pool = new ForkJoinPool(threads);
          PixelScaling found = (PixelScaling) pool.submit(() -> kind.fit(floats, all)).get();
          pool.shutdown();
          assertArrayEquals(expected.scale(), found.scale(), kind.text());
          assertArrayEquals(expected.offset(), found.offset(), kind.text());
        }
      }
    }
  }

  @Test
  void fit_floatsThatNeverChange_becomeZero() {
    float[] values = {0.1f, 1e30f, 0.1f, 2e30f, 0.1f, 4e30f};
    FloatValues floats = new FloatValues(2, values);
    for (Normalization kind : List.of(Normalization.PER_PIXEL, Normalization.UNIT)) {
      float[] x = new float[2];
      kind.fit(floats, new int[] {0, 1, 2}).apply(values, 2, x, 0);
      assertEquals(0, x[0], kind.text());
      assertTrue(Float.isFinite(x[1]), kind.text());
    }
  }

  @Test
  void fit_floatsFarFromZero_keepTheirSpread() {
    float[] values = {1_000_000, 1_000_001, 1_000_002, 1_000_003};
    float[] x = new float[1];
    Normalization.PER_PIXEL
        .fit(new FloatValues(1, values), new int[] {0, 1, 2, 3})
        .apply(values, 3, x, 0);
    assertEquals(1.5 / Math.sqrt(1.25), x[0], 0.1);
  }

  @Test
  void fit_floatsUnit_mapsTheirLeastTo0AndTheirGreatestTo1() {
    float[] values = {-4, 5, 0, 5, 4, 7};
    Scaling unit = Normalization.UNIT.fit(new FloatValues(2, values), new int[] {0, 1, 2});
    float[] x = new float[6];
    for (int row = 0; row < 3; row++) {
      unit.apply(values, 2 * row, x, 2 * row);
    }
    assertArrayEquals(new float[] {0, 0, 0.5f, 0, 1, 1}, x, 1e-6f);
  }

  @Test
  void fit_floatsMeanOnly_keepTheirWidth() {
    float[] values = {-4, 5, 0, 7};
    float[] x = new float[2];
    Normalization.MEAN_ONLY
        .fit(new FloatValues(2, values), new int[] {0, 1})
        .apply(values, 2, x, 0);
    assertArrayEquals(new float[] {2, 1}, x, 1e-6f);
  }

  @Test
  void fit_missingValues_becomeTheMeanOfTheTrainingExamples_whichTheyDoNotChange() {
    float none = Float.NaN;
    float[] values = {1, none, 3, none, none, none, 100, 7};
    Values missing = FloatValues.withMissing(2, 4, 31, List.of(values));
    int[] train = {0, 1, 2};
    for (Normalization kind : Normalization.values()) {
      float[] x = new float[2];
      kind.fit(missing, train).apply(values, 4, x, 0);
      float[] filled = {2, 0};
      float[] y = new float[2];
      ((FilledScaling) kind.fit(missing, train)).scaling().apply(filled, 0, y, 0);
      assertArrayEquals(y, x, kind.text());
    }
    float[] x = new float[2];
    Normalization.PER_PIXEL.fit(missing, train).apply(values, 0, x, 0);
    assertArrayEquals(new float[] {-1, 0}, x, 1e-6f, "mean 2, deviation 1, and no value at all");
  }

  /** Returns mean and deviation of each input over the images at {@code rows}. */
  private double[][] moments(Scaling scaling, int[] rows) {
    Rows x = new Rows(new SieveEngine().products(), rows.length, INPUTS);
    NormalizedExamples inputs = new NormalizedExamples(pool, null, scaling);
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
