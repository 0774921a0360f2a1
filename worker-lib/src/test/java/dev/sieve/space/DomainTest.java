package dev.sieve.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainTest {

  @Test
  void logUniform_hasEqualSharesPerDecade() {
    Domain<Double> domain = new Domain.LogUniform(1e-4, 1);
    assertEquals(1e-4, domain.at(0), 1e-18);
    assertEquals(1e-3, domain.at(0.25), 1e-15);
    assertEquals(1e-1, domain.at(0.75), 1e-13);
  }

  @Test
  void integers_haveBothEnds_equallyOften() {
    Domain<Integer> domain = new Domain.IntegerRange(3, 5);
    int[] counts = new int[6];
    IntStream.range(0, 300).forEach(i -> counts[domain.at(i / 300.0)]++);
    assertEquals(100, counts[3]);
    assertEquals(100, counts[5]);
    assertEquals(3, domain.levels());
  }

  @Test
  void narrowed_spansTheBest_plusTheMargin_withinTheDomain() {
    Domain<Double> narrowed = new Domain.LogUniform(1e-4, 1).narrowed(List.of(1e-2, 1e-3), 0.25);
    assertTrue(narrowed.toString().startsWith("LogUniform"));
    assertEquals(1e-4, narrowed.at(0), 1e-12);
    assertEquals(1e-1, narrowed.at(Math.nextDown(1.0)), 1e-6);
    assertEquals(
        new Domain.Uniform(0, 6), new Domain.Uniform(0, 10).narrowed(List.of(1.0, 4.0), 0.2));
    assertEquals(
        new Domain.IntegerRange(2, 8), new Domain.IntegerRange(0, 10).narrowed(List.of(4, 6), 0.2));
    assertEquals(
        new Domain.Choice<>(List.of("a", "c")),
        new Domain.Choice<>(List.of("a", "b", "c")).narrowed(List.of("c", "a", "c"), 0.5));
  }

  @Test
  void narrowedToOneValue_isThatValue() {
    assertEquals(Domain.fixed(0.5), new Domain.Uniform(0, 1).narrowed(List.of(0.5), 0));
  }

  @Test
  void emptyRanges_areRefused_withTheirEnds() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Domain.LogUniform(1, 0.1))
            .getMessage();
    assertEquals("must have 0 < low < high < infinity, but was [1.0, 0.1]", message);
    assertThrows(IllegalArgumentException.class, () -> new Domain.LogUniform(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Domain.Uniform(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Domain.IntegerRange(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Domain.Choice<>(List.of()));
  }

  @Test
  void logUniform_overMoreThanADoubleCanDivide_staysWithin() {
    Domain<Double> domain = new Domain.LogUniform(1e-310, 1e10);
    assertEquals(1e-150, domain.at(0.5), 1e-155);
    assertEquals(1e10, domain.at(Math.nextDown(1.0)), 1e-2);
    assertEquals(1e-310, domain.narrowed(List.of(1e-310, 1e-300), 0).at(0));
  }

  @Test
  void unit_isTheWayBack() {
    assertWayBack(new Domain.LogUniform(1e-4, 1));
    assertWayBack(new Domain.LogUniform(1e-310, 1e10));
    assertWayBack(new Domain.Uniform(-3, 7));
    assertWayBack(new Domain.IntegerRange(-3, 7));
    assertWayBack(new Domain.HalfCycles(new Domain.IntegerRange(3, 5)));
    assertWayBack(new Domain.Choice<>(List.of("a", "b", "c")));
  }

  /** A value's coordinate is mapped to that value again, and lies within the value's own share. */
  private static <T> void assertWayBack(Domain<T> domain) {
    double half = domain.levels() == 0 ? 1e-9 : 0.5 / domain.levels();
    for (double u = 0.001; u < 1; u += 0.0123) {
      T value = domain.at(u);
      assertEquals(u, domain.unit(value), half + 1e-12, () -> "of " + value);
    }
  }

  @Test
  void unit_ofAValueOutside_isThatOfTheNearest() {
    assertEquals(0, new Domain.Uniform(1, 2).unit(0.0));
    assertEquals(Math.nextDown(1.0), new Domain.LogUniform(1, 2).unit(9.0));
    assertEquals(Math.nextDown(1.0), new Domain.IntegerRange(1, 2).unit(9));
  }
}
