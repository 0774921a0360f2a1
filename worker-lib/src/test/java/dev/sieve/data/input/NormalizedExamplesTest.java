package dev.sieve.data.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.sieve.data.ByteValues;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.data.Values;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizedExamplesTest {
  private static final Labels LABELS = new Labels(3, 2, 0, 1);

  private final Examples bytes =
      new Examples(new ByteValues(2, new byte[] {1, 2, 3, 4, 5, 6}), LABELS);
  private final Examples floats =
      new Examples(new FloatValues(2, new float[] {1, 2, 3, 4, 5, 6}), LABELS);
  private final NormalizedExamples inputs = normalized(bytes);

  private static NormalizedExamples normalized(Examples examples) {
    return new NormalizedExamples(
        examples, null, new PixelScaling(new float[] {1, 10}, new float[2]));
  }

  @Test
  void load_writesTheExampleWhereItIsAskedTo() {
    float[] x = new float[4];
    inputs.load(2, x, 1);
    assertArrayEquals(new float[] {0, 5, 60, 0}, x);
    inputs.load(0, x, 0);
    assertArrayEquals(new float[] {1, 20, 60, 0}, x);
  }

  @Test
  void inputs_images_keepCountWidthAndLabels() {
    assertEquals(3, inputs.count());
    assertEquals(2, inputs.width());
    assertEquals(2, inputs.label(0));
  }

  @Test
  void inputs_scalingOfAnotherWidth_isRefused() {
    PixelScaling other = new PixelScaling(new float[3], new float[3]);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new NormalizedExamples(bytes, null, other));
    assertEquals("examples have 2 inputs, but the scaling has 3", e.getMessage());
  }

  @Test
  void load_floatsAndBlocks_giveTheSameInputs() {
    Values blocks = new ByteValues(2, 3, 1, List.of(new byte[] {1, 2, 3, 4}, new byte[] {5, 6}));
    for (int row = 0; row < 3; row++) {
      float[] expected = new float[2];
      inputs.load(row, expected, 0);
      for (Examples others : List.of(floats, new Examples(blocks, LABELS))) {
        float[] x = new float[2];
        normalized(others).load(row, x, 0);
        assertArrayEquals(expected, x);
      }
    }
  }

  @Test
  void gatherer_loadsEachRowAsLoadDoes() {
    int[] order = {9, 1, 0, 2, 2, 1, 0, 1, 0};
    for (Examples examples : List.of(bytes, floats)) {
      NormalizedExamples inputs = normalized(examples);
      Rows x = new Rows(new SieveEngine().products(), 8, 2);
      inputs.gatherer(8).load(order, 1, 1, 8, x);
      Rows expected = new Rows(new SieveEngine().products(), 8, 2);
      for (int i = 1; i < 8; i++) {
        inputs.load(order[1 + i], expected.values(), expected.at(i));
      }
      assertArrayEquals(expected.values(), x.values());
    }
  }

  @Test
  void mover_isForImagesOfBytesAlone() {
    ImageShape shape = new ImageShape(1, 2, 1);
    PixelScaling scaling = new PixelScaling(new float[2], new float[2]);
    assertTrue(new NormalizedExamples(bytes, shape, scaling).mover(0, 1).isPresent());
    assertTrue(new NormalizedExamples(bytes, null, scaling).mover(0, 1).isEmpty());
    assertTrue(new NormalizedExamples(floats, shape, scaling).mover(0, 1).isEmpty());
  }

  @Test
  void load_manyTimes_allocatesNothing() {
    int passes = 10_000;
    load(passes);
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    load(passes);
    long perPass = (thread.getCurrentThreadAllocatedBytes() - before) / passes;
    assertEquals(0, perPass, "bytes per pass; the smallest object takes 16");
  }

  private void load(int passes) {
    float[] x = new float[2];
    for (int i = 0; i < passes; i++) {
      inputs.load(i % 3, x, 0);
    }
  }
}
