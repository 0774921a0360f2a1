package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTest {
  private static final Shape SHAPE = new Shape(1, 2, 1, 3);

  @Test
  void images_missingPixel_areRefused() {
    assertEquals(
        "2 images need 4 pixel values, but got 3", refusal(new byte[3], new byte[] {0, 1}));
  }

  @Test
  void images_labelTooHigh_areRefused() {
    assertEquals(
        "label of image 1 must be below 3, but was 200",
        refusal(new byte[4], new byte[] {0, (byte) 200}));
  }

  @Test
  void imageSet_serialized_isTheSameData() throws IOException, ClassNotFoundException {
    Images images = new Images(SHAPE, new byte[] {1, 2, 3, 4}, new byte[] {0, 2});
    DataSet set = new DataSet("test", images, List.of(new DataSet.Part("a", 2)), images);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(set);
    }
    var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    DataSet copy = (DataSet) in.readObject();
    assertArrayEquals(images.pixels(), copy.train().pixels());
    assertEquals(Fingerprint.of(set), Fingerprint.of(copy));
  }

  @Test
  void imageSet_partsThatAreNotThePool_isRefused() {
    Images images = new Images(SHAPE, new byte[4], new byte[2]);
    List<DataSet.Part> parts = List.of(new DataSet.Part("a", 3));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new DataSet("test", images, parts, images));
    assertEquals("parts hold 3 images, but the pool 2", e.getMessage());
  }

  private static String refusal(byte[] pixels, byte[] labels) {
    return assertThrows(IllegalArgumentException.class, () -> new Images(SHAPE, pixels, labels))
        .getMessage();
  }
}
