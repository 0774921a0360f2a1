package dev.sieve.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.statistics.Comparison.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final double NONE = Double.NaN;

  /** The mini-batches of the second repeat suit both alike. */
  @Test
  void pairedRepeats_areToldApart_whereTheirRangesOverlap() {
    List<List<Double>> repeats =
        List.of(List.of(0.50, 0.55, 0.525), List.of(0.489, 0.54, 0.516), List.of(0.3, 0.35, 0.325));
    Comparison comparison = new Comparison(repeats, 0, 1000);
    Difference second = comparison.to(1);
    assertEquals(0.01, second.mean(), 1e-12);
    assertTrue(second.apart(), second.toString());
    assertEquals(0, comparison.close());
  }

  @Test
  void singleTrainings_areToldApart_beyondTheIntervalOfTheirDifference() {
    List<List<Double>> repeats = List.of(List.of(0.53), List.of(0.51), List.of(0.48));
    Comparison comparison = new Comparison(repeats, 0, 5000);
    // 2.2414, the quantile for two comparisons, times √2 times .00706, the deviation of one
    assertEquals(0.0224, comparison.to(1).half(), 1e-4);
    assertFalse(comparison.to(1).apart());
    assertTrue(comparison.to(2).apart());
    assertEquals(2, comparison.rivals());
    assertEquals(1, comparison.close());
  }

  @Test
  void moreComparisons_needLargerDifferences() {
    List<Double> other = List.of(0.505);
    Comparison few = new Comparison(List.of(List.of(0.53), other), 0, 5000);
    Comparison many =
        new Comparison(
            List.of(List.of(0.53), other, other, other, other, other, other, other), 0, 5000);
    assertTrue(few.to(1).apart());
    assertFalse(many.to(1).apart());
  }

  /** The two that have both repeats got .02 from the second one; the third would have, too. */
  @Test
  void fewerRepeats_areComparedAsIfTheyHadAll() {
    List<List<Double>> repeats = List.of(List.of(0.50, 0.52), List.of(0.498, 0.518), List.of(0.50));
    Comparison comparison = new Comparison(repeats, 0, 1000);
    assertEquals(0.002, comparison.to(1).mean(), 1e-12);
    assertEquals(0, comparison.to(2).mean(), 1e-12);
  }

  @Test
  void failedRepeats_areNoRivals_andLeaveTheOthersTheirPlaces() {
    List<List<Double>> repeats =
        List.of(
            List.of(0.50, 0.52, 0.51),
            List.of(0.48, 0.50, 0.491),
            List.of(NONE, 0.52, 0.51),
            List.of(NONE, NONE, NONE));
    Comparison comparison = new Comparison(repeats, 0, 1000);
    assertEquals(2, comparison.rivals());
    assertEquals(0, comparison.to(2).mean(), 1e-3);
    assertFalse(comparison.to(3).apart());
    assertEquals(1, comparison.close());
  }
}
