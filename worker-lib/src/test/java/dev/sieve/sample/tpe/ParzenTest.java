package dev.sieve.sample.tpe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParzenTest {

  /** The constant that logarithms leave out: √(2π) for each continuous axis. */
  private static final double NORM = Math.sqrt(2 * Math.PI);

  @Test
  void density_integratesToOne() {
    Cube cube = new Cube(List.of(CubeAxis.continuous(), CubeAxis.choice(3)));
    Parzen parzen =
        new Parzen(
            cube,
            List.of(cube.snap(new double[] {0.05, 0.1}), cube.snap(new double[] {0.7, 0.9})),
            List.of(1.0, 3.0));
    assertEquals(3, parzen.kernels());
    double sum = 0;
    int steps = 2000;
    for (int i = 0; i < steps; i++) {
      for (int level = 0; level < 3; level++) {
        Point point = cube.snap(new double[] {(i + 0.5) / steps, (level + 0.5) / 3});
        sum += Math.exp(parzen.logarithm(point)) / NORM / steps;
      }
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void draws_followTheDensity() {
    Cube cube = new Cube(List.of(CubeAxis.continuous(), CubeAxis.choice(3)));
    Parzen parzen = new Parzen(cube, List.of(cube.snap(new double[] {0.2, 0.1})), List.of(1.0));
    RandomStream stream = new RandomStream(9);
    int[] counts = new int[12];
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      Point point = parzen.draw(stream);
      counts[4 * cube.axes().get(1).level(point.at(1)) + (int) (4 * point.at(0))]++;
    }
    for (int cell = 0; cell < 12; cell++) {
      double expected = 0;
      int level = cell / 4;
      for (int i = 0; i < 200; i++) {
        double u = (cell % 4 + (i + 0.5) / 200) / 4;
        double v = (level + 0.5) / 3;
        expected += Math.exp(parzen.logarithm(cube.snap(new double[] {u, v}))) / NORM / 800;
      }
      assertEquals(expected, (double) counts[cell] / draws, 0.012, "cell " + cell);
    }
  }

  @Test
  void whatDoesNotApply_countsNothing() {
    Cube cube = new Cube(List.of(CubeAxis.choice(2), CubeAxis.continuous().where(0, 1)));
    Parzen parzen = Parzen.uniform(cube, List.of(cube.snap(new double[] {0.9, 0.3})));
    Point without = cube.snap(new double[] {0.1, 0.9});
    // Kernel at level 1 of 2 with two kernels: (1/2) / (1 + 2/2); prior 1/2; each weighs 1/2.
    assertEquals(Math.log(0.25 / 2 + 0.5 / 2), parzen.logarithm(without), 1e-12);
  }

  @Test
  void bandwidths_areTheGapToTheFartherNeighbour_withinBounds() {
    // Places: .05, .1, .5 (the prior), .9.
    assertArrayEquals(
        new double[] {1.0 / 3, 0.4, 0.4}, Bandwidths.of(List.of(0.05, 0.1, 0.9), 0), 1e-12);
    List<Double> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add((i + 0.5) / 100);
    }
    assertEquals(0.1, Bandwidths.of(many, 0)[30], 1e-12);
    assertEquals(0.25, Bandwidths.of(many, 4)[30], 1e-12);
  }

  @Test
  void groups_holdTheBest_weightedByTheirLead_andFailuresAreBad() {
    List<Evaluation> all = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      all.add(new Evaluation(Point.of(i / 20.0), Outcome.score(i / 100.0)));
    }
    all.add(new Evaluation(Point.of(0.95), new Outcome.Failed()));
    all.add(new Evaluation(Point.of(0.97), new Outcome.Failed()));
    all.add(new Evaluation(Point.of(0.99), new Outcome.Pending()));
    Groups groups = Groups.of(new History(all));
    // ⌈.15 · 20⌉ = 3 of 20 results; the best of the others is .14.
    assertEquals(List.of(Point.of(0.85), Point.of(0.8), Point.of(0.75)), groups.good());
    assertEquals(0.03, groups.weights().get(0), 1e-12);
    assertEquals(0.01, groups.weights().get(2), 1e-12);
    assertEquals(18, groups.bad().size());
    assertTrue(groups.bad().containsAll(List.of(Point.of(0.95), Point.of(0.97), Point.of(0.99))));
    assertEquals(19, groups.lying(Point.of(0.1)).bad().size());
  }

  /**
   * What a point costs after 1,000 results: 24 candidates, against 26 kernels of the good group and
   * 976 of the bad, each kernel once.
   */
  @Test
  void thousandResults_makeTwentySixGoodKernels_andAKernelForEachOfTheOthers() {
    List<Evaluation> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      all.add(new Evaluation(Point.of(i / 1000.0), Outcome.score(i)));
    }
    Groups groups = Groups.of(new History(all));
    Cube cube = new Cube(List.of(CubeAxis.continuous()));
    assertEquals(26, new Parzen(cube, groups.good(), groups.weights()).kernels());
    assertEquals(976, Parzen.uniform(cube, groups.bad()).kernels());
    assertEquals(24, TpeSampler.CANDIDATES);
  }
}
