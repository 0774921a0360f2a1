package dev.sieve.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.sample.RandomStream;
import org.junit.jupiter.api.Test;

/** Masks of a small image: 3 rows, 5 columns and 3 planes, one after the other. */
class DropoutTest {
  private static final int INPUTS = 3 * 5 * 3;
  private static final double SHARE = 0.2;
  private static final long SEED = 11;

  @Test
  void apply_dropsExactlyWhatItsDrawsSay_andScalesTheRest() {
    float[] image = new float[INPUTS];
    float[] expected = new float[INPUTS];
    RandomStream draws = new RandomStream(SEED);
    for (int i = 0; i < INPUTS; i++) {
      image[i] = i + 1;
      expected[i] = draws.nextDouble() < SHARE ? 0 : (i + 1) * 1.25f;
    }
    Dropout.apply(image, 0, INPUTS, SHARE, new RandomStream(SEED));
    assertArrayEquals(expected, image);
  }

  @Test
  void apply_leavesWhatLiesAround() {
    float[] values = {1, 1, 1, 1, 1};
    Dropout.apply(values, 1, 3, 0.999999, new RandomStream(SEED));
    assertArrayEquals(new float[] {1, 0, 0, 0, 1}, values);
  }

  @Test
  void apply_ofNothing_changesNothing() {
    float[] values = {1, 2, 3};
    Dropout.apply(values, 0, 3, 0, new RandomStream(SEED));
    assertArrayEquals(new float[] {1, 2, 3}, values);
    assertEquals(1, Dropout.inverse(0));
  }
}
