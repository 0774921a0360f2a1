package dev.sieve.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Sampler} promises. A new sampler joins by one line in {@link #samplers}. */
class SamplerContractTest {
  private static final int MANY = 2048;

  static Stream<Sampler> samplers() {
    return Stream.concat(Stream.of(new GridSampler(List.of(3, 2))), spreading());
  }

  static Stream<Sampler> spreading() {
    return Stream.of(new RandomSampler(7), new SobolSampler(7), new LatinHypercubeSampler(7, MANY));
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

  @ParameterizedTest
  @MethodSource("spreading")
  void axes_areUniformAndIndependent(Sampler sampler) {
    assertTrue(spreads(sampler.points(MANY, 4)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void seeds_giveOtherPoints(long seed) {
    for (Function<Long, Sampler> made :
        List.<Function<Long, Sampler>>of(
            RandomSampler::new, SobolSampler::new, s -> new LatinHypercubeSampler(s, 8))) {
      double[][] points = made.apply(seed).points(8, 2);
      assertFalse(Arrays.deepEquals(points, made.apply(seed + 10).points(8, 2)));
    }
  }

  /** The yardstick itself: points that no sampler may have do not pass it. */
  @Test
  void spreads_refusesConstantDiagonalAndEqualAxes() {
    double[][] random = new RandomSampler(7).points(MANY, 4);
    assertFalse(spreads(map(random, p -> new double[] {0.5, 0.5, 0.5, 0.5})));
    assertFalse(spreads(map(random, p -> new double[] {p[0], p[1], p[2], p[0]})));
    assertFalse(spreads(map(random, p -> new double[] {p[0], p[1], p[2], 1 - p[1]})));
    double[][] diagonal =
        IntStream.range(0, MANY)
            .mapToDouble(i -> (i + 0.5) / MANY)
            .mapToObj(u -> new double[] {u, u, u, u})
            .toArray(double[][]::new);
    assertFalse(spreads(diagonal));
    assertFalse(spreads(map(random, p -> new double[] {p[0], p[1], p[2], 0.9 * p[3]})));
  }

  private static double[][] map(double[][] points, Function<double[], double[]> one) {
    return Arrays.stream(points).map(one).toArray(double[][]::new);
  }

  /** Bounds that uniform random points break once in some ten thousand. */
  private static boolean spreads(double[][] points) {
    double deviation = Math.sqrt(1.0 / 16 * 15 / 16 / MANY);
    return Uniformity.axisDistance(points) < 2.3 / Math.sqrt(MANY)
        && Uniformity.pairDeviation(points) < 4.8 * deviation;
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64, 256})
  void discrepancyOfSobolAndHypercubes_isBelowThatOfRandom(int count) {
    double random = 0;
    double sobol = 0;
    double hypercube = 0;
    for (long seed = 0; seed < 20; seed++) {
      random += Uniformity.discrepancy(new RandomSampler(seed).points(count, 3));
      sobol += Uniformity.discrepancy(new SobolSampler(seed).points(count, 3));
      hypercube += Uniformity.discrepancy(new LatinHypercubeSampler(seed, count).points(count, 3));
    }
    assertTrue(sobol < 0.7 * random, sobol + " against " + random);
    assertTrue(hypercube < 0.8 * random, hypercube + " against " + random);
  }

  /** What makes a Sobol sequence one, and what Owen's scrambling keeps. */
  @Test
  void sobol_hasOnePointInEachInterval_ofEachAxisAndPair() {
    double[][] points = new SobolSampler(3).points(64, 5);
    for (int axis = 0; axis < 5; axis++) {
      int own = axis;
      assertEquals(64, Arrays.stream(points).mapToInt(p -> (int) (64 * p[own])).distinct().count());
    }
    assertEquals(
        64,
        Arrays.stream(points)
            .mapToInt(p -> 8 * (int) (8 * p[0]) + (int) (8 * p[1]))
            .distinct()
            .count());
  }

  @Test
  void sobol_isScrambledUniformly_whateverItsPlaceInTheSequence() {
    double[] first =
        IntStream.range(0, 2000).mapToDouble(s -> new SobolSampler(s).points(1, 1)[0][0]).toArray();
    double[][] points =
        Arrays.stream(first).mapToObj(u -> new double[] {u}).toArray(double[][]::new);
    assertTrue(Uniformity.axisDistance(points) < 2.3 / Math.sqrt(2000));
  }

  @Test
  void hypercube_hasOnePointInEachInterval_andThenBeginsAnother() {
    double[][] points = new LatinHypercubeSampler(5, 10).points(20, 3);
    for (int axis = 0; axis < 3; axis++) {
      int own = axis;
      for (double[][] block :
          List.of(Arrays.copyOf(points, 10), Arrays.copyOfRange(points, 10, 20))) {
        assertEquals(
            10, Arrays.stream(block).mapToInt(p -> (int) (10 * p[own])).distinct().count());
      }
    }
    assertFalse(Arrays.equals(points[0], points[10]));
  }

  @Test
  void randomPoints_keepTheirAxes_whenOneIsAdded() {
    double[][] two = new RandomSampler(7).points(5, 2);
    double[][] three = new RandomSampler(7).points(5, 3);
    assertArrayEquals(
        two, Arrays.stream(three).map(p -> Arrays.copyOf(p, 2)).toArray(double[][]::new));
  }

  @Test
  void randomPoints_areWhatTheyAlwaysWere() {
    assertArrayEquals(
        new double[] {0.22480309504388252, 0.5927711104899279},
        new RandomSampler(7).points(1, 2)[0]);
  }

  @Test
  void grid_takesEachCellOnce() {
    GridSampler grid = new GridSampler(List.of(3, 2));
    assertEquals(6, grid.size());
    assertEquals(6, Arrays.stream(grid.points(6, 2)).map(Arrays::toString).distinct().count());
    assertThrows(IllegalArgumentException.class, () -> grid.points(7, 2));
  }
}
