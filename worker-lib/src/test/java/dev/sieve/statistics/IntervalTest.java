package dev.sieve.statistics;

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
    assertTrue(interval.low() < 0.52 && 0.52 < interval.high());
  }

  @Test
  void ofMean_ofOneValue_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Interval.ofMean(0.5));
  }

  @Test
  void ofTrainings_isWiderThanSeedsAlone_andThanImagesAlone() {
    double[] accuracies = {0.50, 0.52, 0.54};
    Interval both = Interval.ofTrainings(accuracies, 1000);
    // variance .0004/3 of seeds, with 2 degrees of freedom, and .2496/1000 of images: 16.5 degrees
    assertEquals(0.4786, both.low(), 1e-4);
    assertEquals(0.5614, both.high(), 1e-4);
    Interval ofImages = Interval.ofTrainings(new double[] {0.52, 0.52}, 1000);
    assertEquals(0.0310, (ofImages.high() - ofImages.low()) / 2, 1e-4); // 1.96 √(.2496/1000)
  }

  @Test
  void ofTrainings_ofAllRight_isNoPoint() {
    Interval interval = Interval.ofTrainings(new double[] {1, 1}, 100);
    assertEquals(1, interval.high());
    assertTrue(0.9 < interval.low() && interval.low() < 0.98, interval.toString());
  }
}
