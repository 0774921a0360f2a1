package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Shape SHAPE = new Shape(32, 32, 3, 10);

  @Test
  void of_zeros_isTheSameForEver() {
    assertEquals(
        "a7fad4eaa4c117237f72ac645d8ed68a9e03cbb232aa8e7c4151cb92322860f2",
        Fingerprint.of(set(images(SHAPE, 400, -1), images(SHAPE, 3, -1), "a")));
  }

  @Test
  void of_isTheSameWhereDigitsAreOthers() {
    Locale before = Locale.getDefault();
    Images images = images(SHAPE, 3, -1);
    String expected = Fingerprint.of(set(images, images, "a"));
    try {
      Locale.setDefault(new Locale("fa", "IR"));
      assertEquals(expected, Fingerprint.of(set(images, images, "a")));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void of_anyByteChanged_differs() {
    Images test = images(SHAPE, 3, -1);
    String before = Fingerprint.of(set(images(SHAPE, 400, -1), test, "a"));
    for (int spoilt : new int[] {0, 1 << 20, 400 * 3072 - 1}) {
      assertNotEquals(before, Fingerprint.of(set(images(SHAPE, 400, spoilt), test, "a")));
    }
    assertNotEquals(before, Fingerprint.of(set(test, images(SHAPE, 400, -1), "a")));
  }

  @Test
  void of_anotherShape_differs() {
    Images wide = images(new Shape(16, 64, 3, 10), 3, -1);
    Images square = images(SHAPE, 3, -1);
    assertNotEquals(Fingerprint.of(set(square, square, "a")), Fingerprint.of(set(wide, wide, "a")));
  }

  @Test
  void of_otherNamesOfFiles_isEqual() {
    Images images = images(SHAPE, 3, -1);
    assertEquals(
        Fingerprint.of(set(images, images, "a")), Fingerprint.of(set(images, images, "b")));
  }

  /** Returns black images, but for one byte at {@code spoilt} where it is no negative number. */
  private static Images images(Shape shape, int count, int spoilt) {
    byte[] pixels = new byte[count * shape.inputs()];
    if (spoilt >= 0) {
      pixels[spoilt] = 1;
    }
    return new Images(shape, pixels, new byte[count]);
  }

  private static DataSet set(Images train, Images test, String part) {
    return new DataSet("test", train, List.of(new DataSet.Part(part, train.count())), test);
  }
}
