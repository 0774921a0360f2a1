package dev.sieve.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LearningRateScheduleTest {

  private static final Horizon HORIZON = new Horizon(10, 6);
  private static final HalfCycle FOUR = HalfCycle.ofUpdates(4);

  private static void assertRates(LearningRateSchedule schedule, long[] steps, double... expected) {
    double[] rates = Arrays.stream(steps).mapToDouble(step -> schedule.at(step, HORIZON)).toArray();
    assertArrayEquals(expected, rates, 1e-15);
  }

  @Test
  void triangular_risesAndFalls_againAndAgain() {
    LearningRateSchedule schedule = new LearningRateSchedule.Triangular(0.1, 0.5, 4);
    assertRates(schedule, new long[] {0, 2, 4, 6, 8, 10, 12}, 0.1, 0.3, 0.5, 0.3, 0.1, 0.3, 0.5);
  }

  @Test
  void triangular_inEpochs_countsTheUpdatesOfThisTraining() {
    HalfCycle twoEpochs = HalfCycle.ofEpochs(2);
    assertEquals("2*floor(n/batch)", twoEpochs.text());
    assertEquals(900, twoEpochs.updates(Horizon.of(45_099, 100, 8)));
    assertEquals(2_250_000_000L, HalfCycle.ofEpochs(500_000).updates(Horizon.of(45_000, 10, 1)));
    assertRates(
        new LearningRateSchedule.Triangular(0, 1, twoEpochs),
        new long[] {0, 10, 20, 40, 50},
        0,
        0.5,
        1,
        0,
        0.5);
  }

  @Test
  void shrinkingTriangular_shrinksFromCycleToCycle() {
    assertRates(
        new ShrinkingTriangular(0.1, 0.5, FOUR, 0.5),
        new long[] {0, 4, 8, 12, 16, 20},
        0.1,
        0.5,
        0.1,
        0.3,
        0.1,
        0.2);
  }

  @Test
  void stepDecay_fallsAfterEveryThirdEpoch() {
    assertRates(
        new StepDecay(0.1, 0.1, 3), new long[] {0, 29, 30, 59, 60}, 0.1, 0.1, 0.01, 0.01, 0.001);
  }

  @Test
  void exponentialDecay_fallsByTheFactorOverEachEpoch() {
    assertRates(
        new ExponentialDecay(0.1, 0.81), new long[] {0, 5, 10, 20}, 0.1, 0.09, 0.081, 0.06561);
  }

  @Test
  void linearDecay_endsAtTheSmallestRate() {
    assertRates(new LinearDecay(0.1, 0.04), new long[] {0, 30, 60}, 0.1, 0.07, 0.04);
  }

  @Test
  void cosine_fallsAndStartsAgain_inWholeCycles() {
    assertRates(
        new CosineCycles(0.5, 0.1, 2, 0),
        new long[] {0, 15, 29, 30, 45, 60},
        0.5,
        0.3,
        0.1 + 0.2 * (1 + Math.cos(Math.PI * 29 / 30)),
        0.5,
        0.3,
        0.5);
  }

  @Test
  void cosine_risesOverItsWarmUp() {
    assertRates(
        new CosineCycles(0.5, 0.1, 1, 1), new long[] {0, 4, 9, 10, 35}, 0.14, 0.3, 0.5, 0.5, 0.3);
  }

  /** 60 updates, 10 of them warm-up, in three cycles of 16⅔. */
  @Test
  void cosine_endsItsCycles_asManyAsItHas_theLastWithTheTraining() {
    CosineCycles schedule = new CosineCycles(0.5, 0.1, 3, 1);
    assertEquals(
        List.of(27L, 44L, 60L),
        LongStream.rangeClosed(0, HORIZON.updates())
            .filter(step -> schedule.endsCycle(step, HORIZON))
            .boxed()
            .toList());
  }

  @Test
  void cosine_refusesABudgetThatIsAllWarmUp() {
    assertRefused(() -> new CosineCycles(0.5, 0.1, 1, 6).checkBudget(6));
    new CosineCycles(0.5, 0.1, 1, 5).checkBudget(6);
  }

  @Test
  void constant_isConstant() {
    assertRates(new LearningRateSchedule.Constant(0.01), new long[] {0, 12_345}, 0.01, 0.01);
  }

  @Test
  void impossibleSchedules_areRefused() {
    assertRefused(() -> new LearningRateSchedule.Triangular(0.5, 0.1, 4));
    assertRefused(() -> new LearningRateSchedule.Triangular(0.1, 0.5, 0));
    assertRefused(() -> new LearningRateSchedule.Constant(0));
    assertRefused(() -> new ShrinkingTriangular(0.1, 0.5, FOUR, 1.1));
    assertRefused(() -> new StepDecay(0.1, 1.1, 3));
    assertRefused(() -> new StepDecay(0.1, 0.1, 0));
    assertRefused(() -> new ExponentialDecay(0.1, 0));
    assertRefused(() -> new LinearDecay(0.1, 0.2));
    assertRefused(() -> new CosineCycles(0.1, 0.2, 1, 0));
    assertRefused(() -> new CosineCycles(0.2, 0.1, 0, 0));
    assertRefused(() -> new CosineCycles(0.2, 0.1, 1, -1));
  }

  private static void assertRefused(Executable schedule) {
    assertThrows(IllegalArgumentException.class, schedule);
  }
}
