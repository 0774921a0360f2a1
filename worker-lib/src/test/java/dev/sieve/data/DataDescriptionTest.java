package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataDescriptionTest {
  private final Examples pool =
      new Examples(
          new ByteValues(2, new byte[] {0, (byte) 255, 0, (byte) 255, 51, 0}),
          new Labels(3, 1, 1, 2));
  private final DataSet images =
      new DataSet(
          "test",
          pool,
          List.of(new DataSet.Part("a", 3)),
          pool,
          List.of("x", "y", "z"),
          new ImageShape(1, 1, 2));
  private final DataDescription description = DataDescription.of(images);

  @Test
  void of_images_countsEachClass() {
    assertEquals(List.of(0, 2, 1), description.poolPerClass());
    assertEquals(List.of(0, 2, 1), description.testPerClass());
    assertEquals(Fingerprint.of(images), description.fingerprint());
  }

  @Test
  void of_examplesWithoutShape_hasNoChannels() {
    DataSet plain = new DataSet("test", pool, images.parts(), pool, List.of(), null);
    assertEquals(List.of(), DataDescription.of(plain).channels());
    assertEquals(2, DataDescription.of(plain).width());
    assertEquals(List.of("x", "y", "z"), description.classNames());
  }

  @Test
  void of_images_measuresEachChannel() {
    assertEquals(0.2 / 3, description.channels().get(0).mean(), 1e-12);
    assertEquals(2 / 3.0, description.channels().get(1).mean(), 1e-12);
    assertEquals(Math.sqrt(2) / 3, description.channels().get(1).deviation(), 1e-12);
  }
}
