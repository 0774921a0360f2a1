package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataDescriptionTest {
  private final Images train =
      new Images(
          new Shape(1, 1, 2, 3),
          new byte[] {0, (byte) 255, 0, (byte) 255, 51, 0},
          new byte[] {1, 1, 2});
  private final DataSet images =
      new DataSet("test", train, List.of(new DataSet.Part("a", 3)), train);
  private final DataDescription description = DataDescription.of(images);

  @Test
  void of_images_countsEachClass() {
    assertEquals(List.of(0, 2, 1), description.trainPerClass());
    assertEquals(List.of(0, 2, 1), description.testPerClass());
    assertEquals(Fingerprint.of(images), description.fingerprint());
  }

  @Test
  void of_images_measuresEachChannel() {
    assertEquals(0.2 / 3, description.channels().get(0).mean(), 1e-12);
    assertEquals(2 / 3.0, description.channels().get(1).mean(), 1e-12);
    assertEquals(Math.sqrt(2) / 3, description.channels().get(1).deviation(), 1e-12);
  }
}
