package dev.sieve.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SyntheticTest {
  private final DataSet images = Synthetic.generate(200, 100, 1);

  @Test
  void generate_seed1_isTheSameForEver() {
    assertEquals(
        "c29e367029f1a2ca20729b06fb7e3e183899bbbe9be86629524fa1157d3f1f32", images.fingerprint());
  }

  /** What {@code provenance.json} of the quick start held before there were other data. */
  @Test
  void generate_theQuickStartsImages_haveTheFingerprintOfEarlierRuns() {
    assertEquals(
        "56c56f52118b7c30b8ddb46cc3bbabc25457fd66a5571d663fd20c9d5ee5777e",
        Synthetic.generate(10_000, 2_000, 1).fingerprint());
  }

  @Test
  void generate_oneThread_givesTheSameImages() throws Exception {
    ForkJoinPool alone = new ForkJoinPool(1);
    DataSet again = alone.submit(() -> Synthetic.generate(200, 100, 1)).get();
    alone.shutdown();
    assertArrayEquals(pixels(images), pixels(again));
  }

  @Test
  void generate_anotherSeed_givesOtherImages() {
    assertNotEquals(images.fingerprint(), Synthetic.generate(200, 100, 2).fingerprint());
  }

  @Test
  void generate_fewerImages_givesTheFirstOnes() {
    byte[] fewer = pixels(Synthetic.generate(30, 10, 1));
    assertArrayEquals(fewer, Arrays.copyOf(pixels(images), fewer.length));
  }

  @Test
  void generate_classes_areBalanced() {
    DataDescription description = DataDescription.of(images);
    assertEquals(Collections.nCopies(10, 20), description.poolPerClass());
    assertEquals(Collections.nCopies(10, 10), description.testPerClass());
    assertEquals(List.of(new DataSet.Part("synthetic", 200)), images.parts());
  }

  @Test
  void generate_pixels_spanTheRangeWithoutClinging() {
    int clamped = 0;
    for (byte value : pixels(images)) {
      clamped += value == 0 || value == (byte) 255 ? 1 : 0;
    }
    assertEquals(0.0, (double) clamped / pixels(images).length, 0.001);
    assertEquals(0.11, DataDescription.of(images).channels().get(0).deviation(), 0.01);
  }

  @Test
  void generate_noImages_isRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> Synthetic.generate(0, 5, 1));
    assertEquals(
        "synthetic images must be >= 1 to train and to test, but were 0 and 5", e.getMessage());
  }

  private static byte[] pixels(DataSet set) {
    return ((ByteValues) set.pool().values()).block(0);
  }
}
