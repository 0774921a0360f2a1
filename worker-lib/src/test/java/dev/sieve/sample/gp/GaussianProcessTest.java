package dev.sieve.sample.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {
  private static final Metric METRIC = new Metric(new Cube(List.of(CubeAxis.continuous())));
  private static final Parameters PARAMETERS = new Parameters(List.of(0.4), 1.5, 0.1);

  private static GaussianProcess process(List<Point> points, double... values) {
    return new GaussianProcess(
        new Observations(METRIC, points, values, new double[points.size()]), PARAMETERS);
  }

  /** Two observations: the inverse of a 2 × 2 matrix, by hand. */
  @Test
  void beliefs_agreeWithTheFormula() {
    List<Point> points = List.of(Point.of(0.2), Point.of(0.7));
    Point at = Point.of(0.5);
    double k = covariance(0.5);
    double a = covariance(0.3);
    double b = covariance(0.2);
    double diagonal = 1.5 + 0.1 + 1e-8;
    double determinant = diagonal * diagonal - k * k;
    double mean = (a * (diagonal * 2 + k) + b * (-k * 2 - diagonal)) / determinant;
    double variance = 1.5 - (diagonal * (a * a + b * b) - 2 * k * a * b) / determinant;
    Belief belief = process(points, 2, -1).at(List.of(at));
    assertEquals(mean, belief.mean(0), 1e-12);
    assertEquals(Math.sqrt(variance), belief.deviation(0), 1e-12);
  }

  private static double covariance(double distance) {
    double s = Math.sqrt(5) * distance / 0.4;
    return 1.5 * (1 + s + s * s / 3) * Math.exp(-s);
  }

  @Test
  void conditioning_shrinksVariancesAsAnObservationDoes_andLeavesMeans() {
    List<Point> open = List.of(Point.of(0.5), Point.of(0.55), Point.of(0.95));
    Belief belief = process(List.of(Point.of(0.2)), 2).at(open);
    double mean = belief.mean(1);
    belief.condition(0);
    belief.condition(2);
    Belief observed =
        process(List.of(Point.of(0.2), Point.of(0.5), Point.of(0.95)), 2, 0, 0).at(open);
    for (int i = 0; i < 3; i++) {
      assertEquals(observed.deviation(i), belief.deviation(i), 1e-9);
    }
    assertEquals(mean, belief.mean(1));
  }

  @Test
  void metric_ofAChoice_isThatOfOneHotOverRootTwo() {
    Cube cube = new Cube(List.of(CubeAxis.choice(4), CubeAxis.choice(2).where(0, 1)));
    Metric metric = new Metric(cube);
    Point none = cube.snap(new double[] {0.1, 0.1});
    Point first = cube.snap(new double[] {0.3, 0.1});
    Point second = cube.snap(new double[] {0.3, 0.9});
    assertEquals(1, metric.squared(none, first, 0));
    assertEquals(0, metric.squared(first, second, 0));
    assertEquals(1, metric.squared(first, second, 1));
    // One-hot (1, 0)/√2 against (½, ½)/√2: 2 · (½/√2)².
    assertEquals(0.25, metric.squared(none, first, 1));
    assertEquals(0, metric.squared(none, none, 1));
  }

  @Test
  void standardization_cutsOffWhatIsFarBelowTheMedian() {
    Standardization units = Standardization.of(new double[] {0.1, 0.5, 0.52, 0.54, 0.6});
    assertEquals(0.52 - 2 * 0.08, units.floor(), 1e-12);
    assertEquals(units.apply(0.36), units.apply(0.1), 1e-12);
    double sum = 0;
    double squares = 0;
    for (double value : new double[] {0.1, 0.5, 0.52, 0.54, 0.6}) {
      sum += units.apply(value);
      squares += units.apply(value) * units.apply(value);
    }
    assertEquals(0, sum, 1e-12);
    assertEquals(5, squares, 1e-12);
    assertEquals(0.54, units.invert(units.apply(0.54)), 1e-12);
  }

  @Test
  void standardization_tellsScoresApart_thatTieAtTheTop() {
    Standardization units = Standardization.of(new double[] {0.1, 0.4, 0.6, 0.6, 0.6});
    assertTrue(units.apply(0.6) > units.apply(0.1));
    Standardization equal = Standardization.of(new double[] {0.3, 0.3});
    assertEquals(0, equal.apply(0.3));
  }

  @Test
  void mirrors_keepWhatIsInside_andReflectTheRest() {
    assertEquals(0.3, Candidates.reflected(0.3));
    assertEquals(0.3, Candidates.reflected(-0.3), 1e-15);
    assertEquals(0.75, Candidates.reflected(1.25), 1e-15);
    assertEquals(0.25, Candidates.reflected(2.25), 1e-15);
    assertTrue(Candidates.reflected(1) < 1);
  }
}
