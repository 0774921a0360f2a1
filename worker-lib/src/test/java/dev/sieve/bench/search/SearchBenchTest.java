package dev.sieve.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomSampler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchBenchTest {

  static List<Surface> surfaces() {
    return Surfaces.all();
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void regret_isZeroAtTheBest_andMediumPointsHaveHalfBelowOne(Surface surface) {
    Yardstick unit = Yardstick.of(surface);
    double[] regrets =
        Arrays.stream(new RandomSampler(1).points(4000, surface.cube().dimensions()))
            .map(surface.cube()::snap)
            .mapToDouble(point -> unit.regret(surface, point))
            .sorted()
            .toArray();
    assertTrue(regrets[0] >= 0, "nothing is better than the best, but was " + regrets[0]);
    assertTrue(regrets[0] < 0.1, "the best of 4000 is near, but was " + regrets[0]);
    assertEquals(1, regrets[2000], 0.1);
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void some_butNotMost_diverge(Surface surface) {
    long diverged =
        Arrays.stream(new RandomSampler(2).points(4000, surface.cube().dimensions()))
            .map(surface.cube()::snap)
            .filter(surface.diverges())
            .count();
    assertTrue(diverged > 0.05 * 4000 && diverged < 0.3 * 4000, diverged + " of 4000");
  }

  @Test
  void figures_areTheSame_onAnyNumberOfThreads() {
    SearchBench bench = new SearchBench(2, List.of(8), List.of(20));
    Map<Cell, Regrets> cells = bench.run(1);
    assertEquals(cells, bench.run(3));
    assertEquals(Surfaces.all().size() * Contender.all().size(), cells.size());
    assertTrue(cells.values().stream().flatMap(one -> one.bySeed().stream()).allMatch(r -> r >= 0));
  }

  @Test
  void timesOfLongSearches_areThoseOfSamplersThatLearn() {
    List<AskTime> times = AskTime.all();
    assertEquals(List.of("tpe", "gp"), times.stream().map(AskTime::sampler).toList());
    assertTrue(times.stream().allMatch(time -> time.seconds() > 0));
  }

  @Test
  void errors_areThoseOfTheMeans() {
    Regrets one = new Regrets(List.of(1.0, 2.0, 3.0, 4.0));
    assertEquals(2.5, one.mean());
    assertEquals(Math.sqrt(5.0 / 3 / 4), one.error(), 1e-12);
    Regrets mean = Regrets.meanOf(List.of(one, new Regrets(List.of(3.0, 2.0, 1.0, 0.0))));
    assertEquals(List.of(2.0, 2.0, 2.0, 2.0), mean.bySeed());
  }
}
