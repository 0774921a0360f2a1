package dev.sieve.data.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PixelScalingTest {

  @Test
  void apply_bytes_areUnsignedAndOnlyTheirPlaceIsWritten() {
    PixelScaling scaling = new PixelScaling(new float[] {1, 2}, new float[] {10, -1});
    float[] x = {5, 5, 5, 5};
    scaling.apply(new byte[] {9, (byte) 200, 3}, 1, x, 1);
    assertArrayEquals(new float[] {5, 210, 5, 5}, x);
  }

  @Test
  void apply_floats_areScaledWhereTheyAreAskedFor() {
    PixelScaling scaling = new PixelScaling(new float[] {1, 2}, new float[] {10, -1});
    float[] x = {5, 5, 5, 5};
    scaling.apply(new float[] {9, -0.5f, 3}, 1, x, 1);
    assertArrayEquals(new float[] {5, 9.5f, 5, 5}, x);
  }

  @Test
  void scaling_arraysItWasMadeOf_areCopied() {
    float[] scale = {1};
    PixelScaling scaling = new PixelScaling(scale, new float[1]);
    scale[0] = 7;
    scaling.scale()[0] = 8;
    assertArrayEquals(new float[] {1}, scaling.scale());
  }

  @Test
  void scaling_lengthsThatDiffer_areRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new PixelScaling(new float[2], new float[3]));
    assertEquals("scale and offset must have one length, but had 2 and 3", e.getMessage());
  }
}
