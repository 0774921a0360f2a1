package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final ImageShape SHAPE = new ImageShape(32, 32, 3);

  @Test
  void of_zeros_isTheSameForEver() {
    assertEquals(
        "a7fad4eaa4c117237f72ac645d8ed68a9e03cbb232aa8e7c4151cb92322860f2",
        Fingerprint.of(set(images(SHAPE, 400, -1), images(SHAPE, 3, -1), "a")));
  }

  @Test
  void of_isTheSameWhereDigitsAreOthers() {
    Locale before = Locale.getDefault();
    Examples images = images(SHAPE, 3, -1);
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
    Examples test = images(SHAPE, 3, -1);
    String before = Fingerprint.of(set(images(SHAPE, 400, -1), test, "a"));
    for (int spoilt : new int[] {0, 1 << 20, 400 * 3072 - 1}) {
      assertNotEquals(before, Fingerprint.of(set(images(SHAPE, 400, spoilt), test, "a")));
    }
    assertNotEquals(before, Fingerprint.of(set(test, images(SHAPE, 400, -1), "a")));
  }

  @Test
  void of_anotherShape_differs() {
    Examples wide = images(new ImageShape(16, 64, 3), 3, -1);
    Examples square = images(SHAPE, 3, -1);
    assertNotEquals(
        Fingerprint.of(set(square, square, "a")),
        Fingerprint.of(set(new ImageShape(16, 64, 3), wide, wide, "a")));
  }

  @Test
  void of_otherNamesOfFiles_isEqual() {
    Examples images = images(SHAPE, 3, -1);
    assertEquals(
        Fingerprint.of(set(images, images, "a")), Fingerprint.of(set(images, images, "b")));
  }

  /** Returns black images, but for one byte at {@code spoilt} where it is no negative number. */
  private static Examples images(ImageShape shape, int count, int spoilt) {
    byte[] pixels = new byte[count * shape.inputs()];
    if (spoilt >= 0) {
      pixels[spoilt] = 1;
    }
    return new Examples(new ByteValues(shape.inputs(), pixels), new Labels(10, new int[count]));
  }

  private static DataSet set(Examples pool, Examples test, String part) {
    return set(SHAPE, pool, test, part);
  }

  private static DataSet set(ImageShape shape, Examples pool, Examples test, String part) {
    List<DataSet.Part> parts = List.of(new DataSet.Part(part, pool.count()));
    return new DataSet("test", pool, parts, test, List.of(), shape);
  }

  @Test
  void of_imagesWithNamesOfClasses_isThatWithout() {
    Examples images = images(SHAPE, 3, -1);
    DataSet plain = set(images, images, "a");
    List<String> names = IntStream.range(0, 10).mapToObj(c -> "class " + c).toList();
    assertEquals(plain.fingerprint(), named(plain, names).fingerprint());
  }

  @Test
  void of_floats_isTheSameForEver() {
    assertEquals(
        "aa07e36e7c865a8edae98b5f320679c70f010ea089479d87ced1b69e48e52fc0",
        floats(1, 2, 3, 4).fingerprint());
  }

  @Test
  void of_otherData_differsByAllThatItIs() {
    DataSet floats = floats(1, 2, 3, 4);
    Examples bytes = new Examples(new ByteValues(2, new byte[] {1, 2, 3, 4}), new Labels(2, 0, 1));
    List<DataSet> sets =
        List.of(
            floats,
            floats(1, 2, 3, Math.nextUp(4f)),
            of(floats.pool().values(), new Labels(2, 1, 0), List.of(), null),
            of(floats.pool().values(), new Labels(3, 0, 1), List.of(), null),
            of(floats.pool().values(), new Labels(300, 0, 1), List.of(), null),
            of(floats.pool().values(), new Labels(300, 0, 257), List.of(), null),
            of(floats.pool().values(), floats.pool().labels(), List.of(), new ImageShape(1, 2, 1)),
            of(floats.pool().values(), floats.pool().labels(), List.of("a", "b c"), null),
            of(floats.pool().values(), floats.pool().labels(), List.of("a b", "c"), null),
            of(bytes.values(), bytes.labels(), List.of(), null),
            of(bytes.values(), bytes.labels(), List.of(), new ImageShape(1, 2, 1)),
            of(new FloatValues(1, new float[] {1, 2}), new Labels(2, 0, 1), List.of(), null));
    assertEquals(
        sets.size(), sets.stream().map(DataSet::fingerprint).distinct().count(), "all differ");
  }

  @Test
  void of_valuesInBlocks_isThatOfOneArray() {
    Values whole = new ByteValues(3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    Values blocks =
        new ByteValues(3, 3, 1, List.of(new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {7, 8, 9}));
    Labels labels = new Labels(2, 0, 1, 0);
    assertEquals(
        of(whole, labels, List.of(), null).fingerprint(),
        of(blocks, labels, List.of(), null).fingerprint());
  }

  private static DataSet floats(float... values) {
    return of(new FloatValues(2, values), new Labels(2, 0, 1), List.of(), null);
  }

  private static DataSet of(Values values, Labels labels, List<String> names, ImageShape shape) {
    Examples examples = new Examples(values, labels);
    List<DataSet.Part> parts = List.of(new DataSet.Part("a", examples.count()));
    return new DataSet("test", examples, parts, examples, names, shape);
  }

  private static DataSet named(DataSet set, List<String> names) {
    return new DataSet(set.name(), set.pool(), set.parts(), set.test(), names, set.shape());
  }
}
