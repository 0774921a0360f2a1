package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Labels;
import dev.sieve.data.Values;
import dev.sieve.data.input.Normalization;
import dev.sieve.engine.SieveEngine;
import dev.sieve.sample.RandomStream;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Augmentation.Fill;
import dev.sieve.train.batch.BatchLoader;
import dev.sieve.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Data that are no images of bytes are trained on as these are: alone and in a pack, bit for bit.
 */
class DataKindsTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(new SieveEngine(), 1, TestData.EVALUATION, 1e4, true, true);

  /** 200 examples of 7 floats in 3 classes, far from 0 and of very different widths. */
  private static DataSet floats() {
    RandomStream random = new RandomStream(3);
    float[] values = new float[200 * 7];
    int[] labels = new int[200];
    for (int i = 0; i < values.length; i++) {
      int label = i / 7 % 3;
      labels[i / 7] = label;
      values[i] = (float) (Math.pow(10, i % 7) * (5 + label + 0.3 * random.nextGaussian()));
    }
    return set(new FloatValues(7, values), new Labels(3, labels));
  }

  /** 600 examples of 20 bytes in 300 classes. */
  private static DataSet manyClasses() {
    RandomStream random = new RandomStream(4);
    byte[] values = new byte[600 * 20];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((i / 20 % 300 >> i % 9 & 1) * 200 + random.nextInt(20));
    }
    int[] labels = IntStream.range(0, 600).map(i -> i % 300).toArray();
    return set(new ByteValues(20, values), new Labels(300, labels));
  }

  private static DataSet set(Values values, Labels labels) {
    Examples examples = new Examples(values, labels);
    List<DataSet.Part> parts = List.of(new DataSet.Part("all", examples.count()));
    return new DataSet("test", examples, parts, examples, List.of(), null);
  }

  private static TrainingData data(DataSet set) {
    int count = set.pool().count();
    int[] train = IntStream.range(0, count - 20).toArray();
    int[] validation = IntStream.range(count - 20, count).toArray();
    return TrainingData.of(
        set, train, validation, Normalization.PER_PIXEL.fit(set.pool().values(), train));
  }

  private static List<Trial> trials() {
    return List.of(
        TestData.trial(0, TestData.hyperparameters(List.of(16), 1e-4, 20, 0.2), 12),
        TestData.trial(1, TestData.hyperparameters(List.of(16), 1e-2, 20, 0.05), 12),
        TestData.trial(2, TestData.hyperparameters(List.of(30), 0, 20, 0.3), 12));
  }

  private static List<Trained> train(DataSet set, List<Trial> trials) {
    return Trainer.train(data(set), SETTINGS, trials, done -> {});
  }

  private static void assertSameAloneAndInAPack(DataSet set) {
    List<Trained> pack = train(set, trials());
    for (int i = 0; i < pack.size(); i++) {
      Trained alone = train(set, List.of(trials().get(i))).get(0);
      assertEquals(alone.result(), pack.get(i).result());
      assertArrayEquals(alone.outputs().plain().test(), pack.get(i).outputs().plain().test());
      assertArrayEquals(alone.weights().w(0), pack.get(i).weights().w(0));
    }
  }

  @Test
  void floats_haveTheSameBitsAloneAndInAPack() {
    assertSameAloneAndInAPack(floats());
  }

  @Test
  void threeHundredClasses_haveTheSameBitsAloneAndInAPack() {
    assertSameAloneAndInAPack(manyClasses());
  }

  @Test
  void floats_areLearned() {
    double accuracy = train(floats(), trials()).get(0).result().validation().accuracy();
    assertTrue(accuracy > 0.9, "of three classes far apart: " + accuracy);
  }

  @Test
  void threeHundredClasses_areLearned_andEachHasItsProbability() {
    Trained trained =
        train(
                manyClasses(),
                List.of(TestData.trial(0, TestData.hyperparameters(List.of(50), 0, 20, 0.3), 40)))
            .get(0);
    assertEquals(600 * 300, trained.outputs().plain().test().length);
    assertTrue(trained.result().train().accuracy() > 0.5, trained.result().train().toString());
  }

  @Test
  void floatsOfBytes_areTrainedOnAsTheBytesAre() {
    ByteValues bytes = (ByteValues) manyClasses().pool().values();
    float[] floats = new float[600 * 20];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Byte.toUnsignedInt(bytes.block(0)[i]);
    }
    DataSet same = set(new FloatValues(20, floats), manyClasses().pool().labels());
    double expected = train(manyClasses(), trials()).get(0).result().train().loss();
    assertEquals(expected, train(same, trials()).get(0).result().train().loss(), 1e-3);
  }

  @Test
  void flips_areRefusedWithoutShape() {
    for (DataSet set : Arrays.asList(floats(), manyClasses())) {
      for (Augmentation moves :
          List.of(
              new Augmentation(0.5, 0, Fill.ZERO, 0, 0), new Augmentation(0, 1, Fill.EDGE, 0, 0))) {
        assertEquals(
            "flip and shift must be 0 for examples that are no images of bytes",
            assertThrows(
                    IllegalArgumentException.class,
                    () -> BatchLoader.check(data(set).pool(), moves))
                .getMessage());
      }
    }
  }
}
