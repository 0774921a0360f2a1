package dev.sieve.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import org.junit.jupiter.api.Test;

class ClassCountsTest {
  private static final double TINY = 1e-12;

  /** Counts images of the classes {@code labels} that are taken for {@code predicted}. */
  private static ClassCounts counts(int classes, int[] labels, int[] predicted) {
    int column = 1;
    Rows scores = new Rows(new SieveEngine().products(), labels.length, column + classes);
    for (int i = 0; i < labels.length; i++) {
      scores.values()[scores.at(i)] = 100; // of another member
      scores.values()[scores.at(i) + column + predicted[i]] = 1;
    }
    MetricSums sums = new MetricSums();
    sums.byClass(classes).add(scores, column, labels.length, labels);
    return sums.byClass();
  }

  @Test
  void rareClasses_countAsMuchAsFrequentOnes() {
    // Class 0: 3 of 4 right, 4 predictions; class 1: 1 of 2 right, 2 predictions.
    ClassCounts counts = counts(2, new int[] {0, 0, 0, 0, 1, 1}, new int[] {0, 0, 0, 1, 1, 0});
    assertEquals((3.0 / 4 + 1.0 / 2) / 2, counts.balancedAccuracy(), TINY);
    assertEquals((2.0 * 3 / 8 + 2.0 * 1 / 4) / 2, counts.macroF1(), TINY);
  }

  @Test
  void aClassWithoutImages_countsOnlyWhereItIsPredicted() {
    ClassCounts never = counts(3, new int[] {0, 1}, new int[] {0, 1});
    assertEquals(1, never.balancedAccuracy(), TINY);
    assertEquals(1, never.macroF1(), TINY);
    ClassCounts once = counts(3, new int[] {0, 1}, new int[] {0, 2});
    assertEquals(0.5, once.balancedAccuracy(), TINY);
    assertEquals(1.0 / 3, once.macroF1(), TINY);
  }

  @Test
  void equalScores_predictTheFirstClass() {
    Rows scores = new Rows(new SieveEngine().products(), 1, 2);
    MetricSums sums = new MetricSums();
    sums.byClass(2).add(scores, 0, 1, new int[] {0});
    assertEquals(1, sums.byClass().balancedAccuracy(), TINY);
  }
}
