package dev.sieve.sample.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.InvalidValueException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CubeTest {
  private static final Cube CUBE =
      new Cube(
          List.of(
              CubeAxis.ordered(2).where(1, 2),
              CubeAxis.choice(3),
              CubeAxis.ordered(4).where(new Condition(0, Set.of(1)))));

  @Test
  void snap_movesLevelsToTheirMiddle_andWhatDoesNotApplyToOneHalf() {
    assertEquals(Point.of(0.5, 0.5 / 3, 0.5), CUBE.snap(new double[] {0.9, 0.1, 0.1}));
    assertEquals(Point.of(0.75, 2.5 / 3, 0.125), CUBE.snap(new double[] {0.9, 0.9, 0.1}));
  }

  /** The third axis hangs on the first, which hangs on the second. */
  @Test
  void conditions_holdAlongTheWholeChain() {
    Point none = CUBE.snap(new double[] {0.9, 0.1, 0.1});
    assertFalse(CUBE.applies(none, 0));
    assertFalse(CUBE.applies(none, 2));
    assertTrue(CUBE.applies(none, 1));
  }

  @Test
  void configurations_areListedOnce() {
    assertEquals(OptionalInt.of(24), CUBE.cells());
    // Two choices without more; the third with the first level, or with the second and four more.
    assertEquals(2 + 1 + 4, CUBE.configurations().size());
    Cube open = new Cube(List.of(CubeAxis.continuous(), CubeAxis.ordered(2)));
    assertEquals(OptionalInt.empty(), open.cells());
    assertTrue(open.configurations().isEmpty());
  }

  @Test
  void lastNumberBelowOne_belongsToTheLastLevel() {
    for (int levels = 1; levels < 2000; levels++) {
      assertEquals(levels - 1, CubeAxis.ordered(levels).level(Math.nextDown(1.0)));
    }
  }

  @Test
  void conditions_thatCannotHold_areRefused() {
    assertRefused("must not lead in a circle", CubeAxis.ordered(2).where(0, 1));
    assertRefused("must be < 1", CubeAxis.continuous().where(3, 1));
    assertRefused(
        "must be levels of axis 1, which has 2",
        CubeAxis.continuous().where(1, 2),
        CubeAxis.choice(2));
    assertRefused(
        "must be levels of axis 1, which has 0",
        CubeAxis.continuous().where(1, 0),
        CubeAxis.continuous());
  }

  private static void assertRefused(String rule, CubeAxis... axes) {
    InvalidValueException e =
        assertThrows(InvalidValueException.class, () -> new Cube(List.of(axes)));
    assertTrue(e.getMessage().contains(rule), e.getMessage());
  }

  @Test
  void pointsOutsideOfTheCube_areRefused() {
    assertThrows(InvalidValueException.class, () -> Point.of(1));
    assertThrows(InvalidValueException.class, () -> Point.of(-0.1));
    assertThrows(InvalidValueException.class, () -> Point.of(Double.NaN));
    assertThrows(InvalidValueException.class, () -> CUBE.snap(new double[] {0.5}));
  }
}
