package dev.sieve.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.bench.search.EndingBench.Figures;
import dev.sieve.bench.search.EndingBench.Line;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndingBenchTest {
  private static final Map<Line, Figures> FIGURES = new EndingBench(8, 60).run(2);

  private static Figures gp(Ending ending) {
    return FIGURES.get(new Line("gp", ending));
  }

  /** At the same number of evaluations: the fresh repeats are taken from the search. */
  @Test
  void confirmed_losesLessThanTheBestObserved_andSaysLessThatIsNotTrue() {
    Figures observed = gp(Ending.OBSERVED);
    Figures confirmed = gp(Ending.USUAL);
    assertTrue(
        confirmed.regret().mean() < observed.regret().mean(),
        confirmed.regret().mean() + " of " + observed.regret().mean());
    assertTrue(
        confirmed.optimism().mean() < observed.optimism().mean() / 2,
        confirmed.optimism().mean() + " of " + observed.optimism().mean());
  }

  @Test
  void everyEnding_hasALine_ofEachSampler() {
    assertEquals(2 * 4, FIGURES.size());
    assertTrue(
        FIGURES.values().stream()
            .flatMap(figures -> figures.regret().bySeed().stream())
            .allMatch(regret -> regret >= 0));
  }

  @Test
  void figures_areTheSame_onOneThread() {
    EndingBench small = new EndingBench(2, 20);
    assertEquals(small.run(1), small.run(2));
  }
}
