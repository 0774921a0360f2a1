package dev.sieve.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Sampler} promises. A new sampler joins by one line in {@link #samplers}. */
class SamplerContractTest {

  static Stream<Sampler> samplers() {
    return Stream.of(new RandomSampler(7), new GridSampler(List.of(3, 2)));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void points_lieInTheUnitCube(Sampler sampler) {
    double[][] points = sampler.points(6, 2);
    assertEquals(6, points.length);
    assertTrue(
        Arrays.stream(points).flatMapToDouble(Arrays::stream).allMatch(u -> 0 <= u && u < 1));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void points_areReproducible(Sampler sampler) {
    assertArrayEquals(sampler.points(6, 2), sampler.points(6, 2));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void pointsOfASmallerCount_areTheFirstOfALargerOnes(Sampler sampler) {
    assertArrayEquals(sampler.points(4, 2), Arrays.copyOf(sampler.points(6, 2), 4));
  }

  @Test
  void randomPoints_keepTheirAxes_whenOneIsAdded() {
    double[][] two = new RandomSampler(7).points(5, 2);
    double[][] three = new RandomSampler(7).points(5, 3);
    assertArrayEquals(
        two, Arrays.stream(three).map(p -> Arrays.copyOf(p, 2)).toArray(double[][]::new));
  }

  @Test
  void grid_takesEachCellOnce() {
    GridSampler grid = new GridSampler(List.of(3, 2));
    assertEquals(6, grid.size());
    assertEquals(6, Arrays.stream(grid.points(6, 2)).map(Arrays::toString).distinct().count());
    assertThrows(IllegalArgumentException.class, () -> grid.points(7, 2));
  }
}
