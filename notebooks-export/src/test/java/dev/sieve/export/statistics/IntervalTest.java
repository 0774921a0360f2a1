package dev.sieve.export.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void ofAccuracy_isWilsons() {
    Interval interval = Interval.ofAccuracy(0.5, 100);
    assertEquals(0.4038, interval.low(), 1e-4); // R: prop.test(50, 100, correct = FALSE)
    assertEquals(0.5962, interval.high(), 1e-4);
  }

  @Test
  void ofAccuracy_staysWithinZeroAndOne() {
    assertEquals(1, Interval.ofAccuracy(1, 10).high(), 1e-12);
    assertEquals(0.7225, Interval.ofAccuracy(1, 10).low(), 1e-4);
    assertEquals(0, Interval.ofAccuracy(0, 10).low(), 1e-12);
  }

  @Test
  void ofMean_isStudents() {
    Interval interval = Interval.ofMean(0.50, 0.52, 0.54); // R: t.test(c(.50, .52, .54))
    assertEquals(0.4703, interval.low(), 1e-4);
    assertEquals(0.5697, interval.high(), 1e-4);
    assertTrue(interval.contains(0.52));
  }

  @Test
  void ofMean_ofOneValue_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Interval.ofMean(0.5));
  }
}
