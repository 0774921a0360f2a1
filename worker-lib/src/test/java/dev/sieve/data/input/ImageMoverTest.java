package dev.sieve.data.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.ByteValues;
import dev.sieve.data.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** On images of 3 rows, 5 columns and 3 planes, of which every value is different. */
class ImageMoverTest {
  private static final ImageShape SHAPE = new ImageShape(3, 5, 3);
  private static final int PLANE = 15;
  private static final ByteValues IMAGES =
      new ByteValues(SHAPE.inputs(), counting(2 * SHAPE.inputs()));
  private static final PixelScaling PLAIN =
      new PixelScaling(ones(SHAPE.inputs()), new float[SHAPE.inputs()]);

  private static byte[] counting(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i + 1);
    }
    return bytes;
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Returns the second image, moved. */
  private static float[] moved(boolean mirrored, int down, int right, boolean edge) {
    float[] x = new float[SHAPE.inputs() + 1];
    new ImageMover(IMAGES, SHAPE, PLAIN, 2, 3).load(1, mirrored, down, right, edge, 2, x, 1);
    return Arrays.copyOfRange(x, 1, x.length);
  }

  /** Returns value (row, column) of plane {@code channel} of the second image. */
  private static float original(int channel, int row, int column) {
    return SHAPE.inputs() + channel * PLANE + row * 5 + column + 1;
  }

  private static void assertPlanes(float[] moved, int[]... expected) {
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = new float[PLANE];
      for (int i = 0; i < PLANE; i++) {
        int column = expected[i / 5][i % 5];
        plane[i] = column < 0 ? 0 : original(channel, column / 10, column % 10);
      }
      float[] found = Arrays.copyOfRange(moved, channel * PLANE, (channel + 1) * PLANE);
      assertArrayEquals(plane, found, "plane " + channel);
    }
  }

  @Test
  void unmoved_isTheImage() {
    assertPlanes(
        moved(false, 0, 0, false),
        new int[] {0, 1, 2, 3, 4},
        new int[] {10, 11, 12, 13, 14},
        new int[] {20, 21, 22, 23, 24});
  }

  @Test
  void mirrored_turnsEachRowOfEachPlane() {
    assertPlanes(
        moved(true, 0, 0, false),
        new int[] {4, 3, 2, 1, 0},
        new int[] {14, 13, 12, 11, 10},
        new int[] {24, 23, 22, 21, 20});
  }

  @Test
  void shifted_leavesBlackBehind() {
    assertPlanes(
        moved(false, 1, 2, false),
        new int[] {-1, -1, -1, -1, -1},
        new int[] {-1, -1, 0, 1, 2},
        new int[] {-1, -1, 10, 11, 12});
  }

  @Test
  void shiftedUpAndLeft_repeatsTheEdge() {
    assertPlanes(
        moved(false, -1, -1, true),
        new int[] {11, 12, 13, 14, 14},
        new int[] {21, 22, 23, 24, 24},
        new int[] {21, 22, 23, 24, 24});
  }

  @Test
  void mirroredAndShifted_isMirroredFirst() {
    assertPlanes(
        moved(true, 0, 1, true),
        new int[] {4, 4, 3, 2, 1},
        new int[] {14, 14, 13, 12, 11},
        new int[] {24, 24, 23, 22, 21});
  }

  @Test
  void normalization_isThatOfTheNewPlace() {
    float[] scale = ones(SHAPE.inputs());
    scale[0] = 10;
    PixelScaling scaling = new PixelScaling(scale, new float[SHAPE.inputs()]);
    float[] x = new float[SHAPE.inputs()];
    new ImageMover(IMAGES, SHAPE, scaling, 0, 1).load(0, true, 0, 0, false, 0, x, 0);
    assertEquals(50, x[0], "the last pixel of the first row, at the first one's place");
  }

  @Test
  void shiftAsFarAsTheImage_isRefused() {
    assertEquals(
        "shift must be less than the 5 x 3 pixels of an image, but was 3",
        assertThrows(
                IllegalArgumentException.class, () -> new ImageMover(IMAGES, SHAPE, PLAIN, 3, 1))
            .getMessage());
  }
}
