package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class NormalizedImagesTest {
  private final Images images =
      new Images(new Shape(1, 2, 1, 3), new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {2, 0, 1});
  private final NormalizedImages inputs =
      new NormalizedImages(images, new PixelScaling(new float[] {1, 10}, new float[2]));

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
    var e = assertThrows(IllegalArgumentException.class, () -> new NormalizedImages(images, other));
    assertEquals("images have 2 inputs, but the scaling has 3", e.getMessage());
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
