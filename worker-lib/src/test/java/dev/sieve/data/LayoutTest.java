package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final int WIDTH = 784;
  private static final int COUNT = 5_000_000; // of 3.9e9 values, more than an array has
  private static final int BITS = 12;

  private static final Layout LAYOUT = new Layout(WIDTH, COUNT, BITS);

  @Test
  void moreThanTwoBillionValues_lieInBlocks() {
    assertEquals(0, LAYOUT.block(4095));
    assertEquals(4095 * WIDTH, LAYOUT.at(4095));
    assertEquals(1, LAYOUT.block(4096));
    assertEquals(0, LAYOUT.at(4096));
    int last = COUNT - 1;
    assertEquals(1220, LAYOUT.block(last));
    assertEquals((last - (1220 << BITS)) * WIDTH, LAYOUT.at(last));
  }

  private static int[] blocks(int count) {
    int[] lengths = IntStream.range(0, count).map(i -> WIDTH << BITS).toArray();
    lengths[count - 1] = (COUNT - (1220 << BITS)) * WIDTH;
    return lengths;
  }

  @Test
  void blocks_holdAllOfThem() {
    assertDoesNotThrow(() -> LAYOUT.checkBlocks(blocks(1221)));
    assertThrows(IllegalArgumentException.class, () -> LAYOUT.checkBlocks(blocks(1220)));
    assertThrows(IllegalArgumentException.class, () -> LAYOUT.checkBlocks(blocks(1222)));
  }
}
