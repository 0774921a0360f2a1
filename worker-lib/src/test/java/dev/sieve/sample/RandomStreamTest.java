package dev.sieve.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private final RandomStream stream = new RandomStream(1234567);

  @Test
  void nextLong_isSplitMix64() {
    // The first outputs of the reference implementation for this seed.
    assertEquals(6457827717110365317L, stream.nextLong());
    assertEquals(3203168211198807973L, stream.nextLong());
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), stream.nextLong());
  }

  @Test
  void nextInt_isUniform() {
    int[] counts = new int[7];
    IntStream.range(0, 70_000).forEach(i -> counts[stream.nextInt(7)]++);
    assertTrue(
        Arrays.stream(counts).allMatch(n -> Math.abs(n - 10_000) < 500), Arrays.toString(counts));
  }

  @Test
  void nextGaussian_hasMeanZeroAndVarianceOne() {
    double[] draws = IntStream.range(0, 100_000).mapToDouble(i -> stream.nextGaussian()).toArray();
    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
    assertEquals(0, mean, 0.02);
    assertEquals(1, variance, 0.02);
  }

  @Test
  void shuffle_isAPermutation_andReproducible() {
    int[] values = IntStream.range(0, 100).toArray();
    new RandomStream(5).shuffle(values);
    int[] again = IntStream.range(0, 100).toArray();
    new RandomStream(5).shuffle(again);
    assertArrayEquals(values, again);
    Arrays.sort(again);
    assertArrayEquals(IntStream.range(0, 100).toArray(), again);
  }

  @Test
  void streams_differByEveryPart() {
    long seed = Streams.seed(1, "order", 0, 100, 3);
    assertEquals(seed, Streams.seed(1, "order", 0, 100, 3));
    assertNotEquals(seed, Streams.seed(2, "order", 0, 100, 3));
    assertNotEquals(seed, Streams.seed(1, "weights", 0, 100, 3));
    assertNotEquals(seed, Streams.seed(1, "order", 1, 100, 3));
    assertNotEquals(seed, Streams.seed(1, "order", 0, 100, 4));
  }
}
