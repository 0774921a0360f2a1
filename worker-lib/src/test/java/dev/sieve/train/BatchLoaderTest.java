package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Augmentation.Fill;
import dev.sieve.team.Team;
import dev.sieve.train.batch.BatchLoader;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
  private static final int BATCH = 50;
  private static final int INPUTS = ImageShape.CIFAR10.inputs();
  private static final int[] ROWS = IntStream.range(0, BATCH).toArray();

  private final DataSet set = Synthetic.generate(BATCH, 10, 3);
  private final NormalizedExamples inputs =
      new NormalizedExamples(
          set.pool(), set.shape(), Normalization.PER_PIXEL.fit(set.pool().values(), ROWS));

  private float[] load(Augmentation augmentation, int repeat, int epoch) {
    BatchLoader loader = new BatchLoader(inputs, augmentation, 7, repeat, BATCH, Team.alone());
    int[] order = ROWS.clone();
    loader.begin(epoch, order);
    Rows x = new Rows(new SieveEngine().products(), BATCH, INPUTS);
    loader.load(order, 0, x);
    float[] values = new float[BATCH * INPUTS];
    for (int i = 0; i < BATCH; i++) {
      System.arraycopy(x.values(), x.at(i), values, i * INPUTS, INPUTS);
    }
    return values;
  }

  private static Augmentation noise(double deviation) {
    return new Augmentation(0, 0, Fill.ZERO, deviation, 0);
  }

  @Test
  void batches_areTheSameInEveryPack_andOthersInEveryEpochAndRepeat() {
    Augmentation all = new Augmentation(0.5, 3, Fill.EDGE, 0.1, 0.2);
    float[] x = load(all, 0, 0);
    assertArrayEquals(x, load(all, 0, 0));
    assertFalse(Arrays.equals(x, load(all, 0, 1)));
    assertFalse(Arrays.equals(x, load(all, 1, 0)));
  }

  @Test
  void flips_mirrorAboutHalfOfTheImages_andLeaveTheOthersAlone() {
    float[] plain = load(Augmentation.NONE, 0, 0);
    float[] flipped = load(new Augmentation(0.5, 0, Fill.ZERO, 0, 0), 0, 0);
    long same =
        IntStream.range(0, BATCH)
            .map(i -> i * INPUTS)
            .filter(at -> Arrays.equals(plain, at, at + INPUTS, flipped, at, at + INPUTS))
            .count();
    assertTrue(15 <= same && same <= 35, "of 50 images, unchanged: " + same);
  }

  @Test
  void noise_hasItsDeviation() {
    float[] plain = load(Augmentation.NONE, 0, 0);
    float[] noisy = load(noise(0.3), 0, 0);
    double squares =
        IntStream.range(0, plain.length).mapToDouble(i -> Math.pow(noisy[i] - plain[i], 2)).sum();
    assertEquals(0.3, Math.sqrt(squares / plain.length), 0.005);
  }

  @Test
  void inputDropout_leavesOutItsShare_andDividesTheRest() {
    float[] plain = load(Augmentation.NONE, 0, 0);
    float[] dropped = load(new Augmentation(0, 0, Fill.ZERO, 0, 0.2), 0, 0);
    int zeros = 0;
    for (int i = 0; i < plain.length; i++) {
      zeros += dropped[i] == 0 ? 1 : 0;
      assertTrue(dropped[i] == 0 || Math.abs(dropped[i] - 1.25 * plain[i]) < 1e-5);
    }
    assertEquals(0.2, (double) zeros / plain.length, 0.005);
  }

  /** A square of 8 has at most 64 pixels of 1024, fewer where it reaches over an edge. */
  @Test
  void cutout_setsOneSquareToZero_inAllChannels() {
    float[] plain = load(Augmentation.NONE, 0, 0);
    float[] cut = load(new Augmentation(0, 0, Fill.ZERO, 0, 0, 8), 0, 0);
    int all = 0;
    for (int image = 0; image < BATCH; image++) {
      int zeros = 0;
      for (int pixel = 0; pixel < INPUTS / 3; pixel++) {
        int at = image * INPUTS + pixel;
        boolean changed = cut[at] != plain[at];
        zeros += changed ? 1 : 0;
        for (int channel = 0; channel < 3; channel++) {
          int of = at + channel * INPUTS / 3;
          assertEquals(changed ? 0 : plain[of], cut[of]);
        }
      }
      assertTrue(16 <= zeros && zeros <= 64, "pixels cut out: " + zeros);
      all += zeros;
    }
    assertEquals(64 * Math.pow(1 - 8 / 4.0 / 32, 2), (double) all / BATCH, 5);
  }

  @Test
  void cutout_needsImages() {
    TrainingData numbers = TestData.of(30, 20);
    Augmentation cutout = new Augmentation(0, 0, Fill.ZERO, 0, 0, 3);
    assertEquals(
        "cutout must be 0 for examples that are no images, but was 3",
        assertThrows(
                IllegalArgumentException.class, () -> BatchLoader.check(numbers.pool(), cutout))
            .getMessage());
  }

  @Test
  void flips_needImages() {
    TrainingData numbers = TestData.of(30, 20);
    Augmentation flips = new Augmentation(0.5, 0, Fill.ZERO, 0, 0);
    assertEquals(
        "flip and shift must be 0 for examples that are no images of bytes",
        assertThrows(IllegalArgumentException.class, () -> BatchLoader.check(numbers.pool(), flips))
            .getMessage());
    BatchLoader.check(numbers.pool(), noise(1));
  }
}
