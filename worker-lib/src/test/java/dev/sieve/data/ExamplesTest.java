package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ExamplesTest {

  @Test
  void values_noWholeExamples_areRefused() {
    assertEquals(
        "3 values are no whole number of examples of 2",
        refusal(() -> new ByteValues(2, new byte[3])));
  }

  @Test
  void examples_labelMissing_areRefused() {
    Values values = new ByteValues(2, new byte[4]);
    assertEquals(
        "1 labels need as many examples, but got 2",
        refusal(() -> new Examples(values, new Labels(3, 0))));
  }

  @Test
  void labels_tooHighOrNegative_areRefused() {
    assertEquals(
        "label of example 1 must be 0 to 299, but was 300", refusal(() -> new Labels(300, 0, 300)));
    assertEquals("label of example 0 must be 0 to 1, but was -1", refusal(() -> new Labels(2, -1)));
  }

  @Test
  void floats_thatAreNoNumber_areRefusedByTheirPlace() {
    assertEquals(
        "value 1 of example 1 must be finite, but was NaN",
        refusal(() -> new FloatValues(2, new float[] {1, 2, 3, Float.NaN})));
  }

  @Test
  void blocks_ofAnotherLength_areRefused() {
    assertEquals(
        "block 0 must hold 4 values, but has 2",
        refusal(() -> new FloatValues(2, 3, 1, List.of(new float[2], new float[4]))));
    assertEquals(
        "blocks must hold 3 examples, but have 2",
        refusal(() -> new FloatValues(2, 3, 1, List.of(new float[4]))));
  }

  @Test
  void blocks_holdEachExampleWhole() {
    FloatValues values =
        new FloatValues(2, 3, 1, List.of(new float[] {0, 1, 2, 3}, new float[] {4, 5}));
    for (int row = 0; row < 3; row++) {
      assertEquals(2 * row, values.block(row)[values.at(row)]);
    }
  }

  @Test
  void set_serialized_isTheSameData() throws IOException, ClassNotFoundException {
    Examples bytes = new Examples(new ByteValues(2, new byte[] {1, 2, 3, 4}), new Labels(3, 0, 2));
    Examples floats =
        new Examples(new FloatValues(1, new float[] {1.5f, -2}), new Labels(300, 0, 299));
    DataSet images = set(bytes, List.of("a", "b", "c"), new ImageShape(1, 2, 1));
    for (DataSet set : List.of(images, set(floats, List.of(), null))) {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(written)) {
        out.writeObject(set);
      }
      var in = new ObjectInputStream(new ByteArrayInputStream(written.toByteArray()));
      DataSet copy = (DataSet) in.readObject();
      assertEquals(set.fingerprint(), copy.fingerprint());
      assertEquals(set.classNames(), copy.classNames());
      assertEquals(set.imageShape(), copy.imageShape());
    }
  }

  @Test
  void set_partsThatAreNotThePool_isRefused() {
    Examples pool = new Examples(new ByteValues(2, new byte[4]), new Labels(2, 0, 1));
    List<DataSet.Part> parts = List.of(new DataSet.Part("a", 3));
    assertEquals(
        "parts hold 3 examples, but the pool 2",
        refusal(() -> new DataSet("test", pool, parts, pool, List.of(), null)));
  }

  @Test
  void set_testExamplesOfAnotherKind_isRefused() {
    Labels labels = new Labels(2, 0, 1);
    Examples pool = new Examples(new ByteValues(2, new byte[4]), labels);
    List<DataSet.Part> parts = List.of(new DataSet.Part("a", 2));
    Map<Examples, String> others =
        Map.of(
            new Examples(new ByteValues(1, new byte[2]), labels),
            "pool and test examples must have as many values, but have 2 and 1",
            new Examples(pool.values(), new Labels(3, 0, 1)),
            "pool and test examples must have as many classes, but have 2 and 3",
            new Examples(new FloatValues(2, new float[4]), labels),
            "pool and test examples must both be bytes or both floats,"
                + " but are ByteValues and FloatValues");
    others.forEach(
        (test, message) ->
            assertEquals(
                message, refusal(() -> new DataSet("test", pool, parts, test, List.of(), null))));
  }

  @Test
  void set_namesOrShapeThatDoNotFit_isRefused() {
    Examples pool = new Examples(new ByteValues(2, new byte[4]), new Labels(2, 0, 1));
    assertEquals(
        "each of 2 classes needs a name, but got 1 names",
        refusal(() -> set(pool, List.of("a"), null)));
    assertEquals(
        "classes must have different names, but were [a, a]",
        refusal(() -> set(pool, List.of("a", "a"), null)));
    assertEquals(
        "images of 2 x 2 pixels and 1 channels need 4 values, but have 2",
        refusal(() -> set(pool, List.of(), new ImageShape(2, 2, 1))));
  }

  private static DataSet set(Examples pool, List<String> names, ImageShape shape) {
    return new DataSet("test", pool, List.of(new DataSet.Part("a", 2)), pool, names, shape);
  }

  private static String refusal(Executable making) {
    return assertThrows(IllegalArgumentException.class, making).getMessage();
  }
}
