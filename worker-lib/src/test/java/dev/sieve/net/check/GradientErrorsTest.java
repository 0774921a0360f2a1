package dev.sieve.net.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientErrorsTest {
  private static final Spread ANY = new Spread(0, 0, 0, 0);

  private static ParameterCheck check(double forward, double central, boolean kink) {
    return new ParameterCheck(0, 0, 0.5, 1, forward, central, kink, 0);
  }

  @Test
  void spreads_areOverAllButTheKinks() {
    List<ParameterCheck> checks =
        List.of(check(1.5, 1, false), check(0.5, 1.25, false), check(99, 99, true));
    GradientErrors errors = new GradientErrors("W1", checks, ANY, 0);
    assertEquals(2, errors.compared());
    assertEquals(1, errors.kinks());
    assertEquals(new Spread(0.5, 0.5, 0.5, 0), errors.absoluteForward());
    assertEquals(new Spread(0, 0.125, 0.25, 0.125), errors.absoluteCentral());
    assertEquals(0.5 / 1.5, errors.forward().max());
    assertEquals(0.25 / 2.25 / 2, errors.central().mean());
  }

  @Test
  void gradients_agreeWithinTheLimit_orWithinRounding() {
    double gradient = 1e-3;
    double other = 1.001e-3;
    assertFalse(new ParameterCheck(0, 0, 0, gradient, 0, other, false, 0).agrees(1e-6));
    assertTrue(new ParameterCheck(0, 0, 0, gradient, 0, other, false, 0).agrees(1e-3));
    assertTrue(new ParameterCheck(0, 0, 0, gradient, 0, other, false, 2e-6).agrees(1e-6));
    assertFalse(
        new ParameterCheck(0, 0, 0, gradient, 0, Double.NaN, false, 1).agrees(1),
        "a cost that overflows");
  }

  @Test
  void relativeErrors_ofTinyGradients_areRelativeToEpsilon() {
    ParameterCheck tiny = new ParameterCheck(0, 0, 0, 1e-9, 3e-9, 2e-9, false, 0);
    assertEquals(2e-4, tiny.relativeForward(), 1e-15);
    assertEquals(1e-4, tiny.relativeCentral(), 1e-15);
  }
}
