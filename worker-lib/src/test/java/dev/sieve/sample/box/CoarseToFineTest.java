package dev.sieve.sample.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.InvalidValueException;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CoarseToFineTest {
  private static final Cube SQUARE =
      new Cube(List.of(CubeAxis.continuous(), CubeAxis.continuous()));

  private static History searched(CoarseToFine sampler, int trials, ToDoubleFunction<Point> score) {
    List<Evaluation> all = new ArrayList<>();
    while (all.size() < trials) {
      List<Point> next = sampler.next(new History(all), trials - all.size());
      next.forEach(
          point -> all.add(new Evaluation(point, Outcome.score(score.applyAsDouble(point)))));
    }
    return new History(all);
  }

  /** A hill with its top at (x, y). */
  private static ToDoubleFunction<Point> hill(double x, double y) {
    return p -> 1 - (p.at(0) - x) * (p.at(0) - x) - (p.at(1) - y) * (p.at(1) - y);
  }

  private static Side.Interval interval(Narrowed narrowed, int axis) {
    return assertInstanceOf(Side.Interval.class, narrowed.box().sides().get(axis));
  }

  @Test
  void box_closesInOnTheTop() {
    CoarseToFine sampler = new CoarseToFine(SQUARE, 1, 60, 3, 0.1);
    List<Narrowed> narrowed = sampler.narrowed(searched(sampler, 60, hill(0.3, 0.8)));
    assertEquals(2, narrowed.size());
    for (Narrowed one : narrowed) {
      assertTrue(one.box().contains(SQUARE, Point.of(0.3, 0.8)));
    }
    double first = interval(narrowed.get(0), 0).high() - interval(narrowed.get(0), 0).low();
    double second = interval(narrowed.get(1), 0).high() - interval(narrowed.get(1), 0).low();
    assertTrue(first < 0.7 && second < 0.7 * first, first + ", then " + second);
  }

  @Test
  void bestPointAtTheEdge_widensTheBoxBeyondIt() {
    Box corner = new Box(List.of(new Side.Interval(0, 0.5), new Side.Interval(0, 0.5)));
    List<Evaluation> told = new ArrayList<>();
    for (double x = 0; x < 0.5; x += 0.12) {
      for (double y = 0; y < 0.5; y += 0.12) {
        Point point = Point.of(x, y);
        told.add(new Evaluation(point, Outcome.score(hill(0.6, 0.2).applyAsDouble(point))));
      }
    }
    Narrowed narrowed = Narrowed.of(SQUARE, corner, new History(told));
    assertTrue(interval(narrowed, 0).high() > 0.5);
    assertTrue(interval(narrowed, 1).high() < 0.5);
  }

  @Test
  void points_areAskedForRoundByRound_andDependOnTheResultsAlone() {
    CoarseToFine sampler = new CoarseToFine(SQUARE, 1, 30, 3, 0.1);
    assertEquals(10, sampler.next(History.EMPTY, 30).size());
    History told = searched(sampler, 17, hill(0.3, 0.8));
    assertEquals(3, sampler.next(told, 30).size());
    assertEquals(sampler.next(told, 3), sampler.next(told, 3));
    assertEquals(
        searched(sampler, 30, hill(0.3, 0.8)).evaluations().subList(17, 20).stream()
            .map(Evaluation::point)
            .toList(),
        sampler.next(told, 3));
  }

  @Test
  void shareOfEachRound_liesOutsideTheBox() {
    CoarseToFine sampler = new CoarseToFine(SQUARE, 1, 60, 2, 0.2);
    History told = searched(sampler, 60, hill(0.3, 0.8));
    Box box = sampler.narrowed(told).get(0).box();
    long outside =
        told.evaluations().subList(30, 60).stream()
            .filter(one -> !box.contains(SQUARE, one.point()))
            .count();
    assertTrue(3 <= outside && outside <= 6, outside + " of 6");
  }

  /** Without earlier points in the box, the new ones would be the first of the same sequence. */
  @Test
  void earlierPointsInTheBox_takeThePlaceOfTheirNeighbours() {
    CoarseToFine sampler = new CoarseToFine(SQUARE, 1, 40, 2, 0);
    History told = searched(sampler, 40, hill(0.3, 0.8));
    Box box = sampler.narrowed(told).get(0).box();
    List<Point> inside = new ArrayList<>();
    told.evaluations().stream()
        .map(Evaluation::point)
        .filter(point -> box.contains(SQUARE, point))
        .forEach(inside::add);
    double closest = Double.POSITIVE_INFINITY;
    for (Point a : inside) {
      for (Point b : inside) {
        if (!a.equals(b)) {
          closest = Math.min(closest, Math.hypot(a.at(0) - b.at(0), a.at(1) - b.at(1)));
        }
      }
    }
    assertTrue(inside.size() > 20, inside.size() + " points");
    assertTrue(closest > 0.01, "two of them are " + closest + " apart");
  }

  @Test
  void choice_keepsTheLevelsOfTheBest() {
    Cube cube = new Cube(List.of(CubeAxis.choice(4), CubeAxis.continuous()));
    CoarseToFine sampler = new CoarseToFine(cube, 1, 60, 2, 0);
    History told =
        searched(
            sampler,
            60,
            p -> (cube.axes().get(0).level(p.at(0)) == 2 ? 1 : 0) - Math.abs(p.at(1) - 0.5));
    assertEquals(
        new Side.Levels(List.of(2), 4), sampler.narrowed(told).get(0).box().sides().get(0));
  }

  @Test
  void configurations_neverComeTwice_untilTheCubeIsUsedUp() {
    Cube cube = new Cube(List.of(CubeAxis.ordered(4), CubeAxis.choice(3)));
    CoarseToFine sampler = new CoarseToFine(cube, 1, 12, 3, 0.1);
    History told = searched(sampler, 12, p -> -Math.abs(p.at(0) - 0.4));
    assertEquals(12, new HashSet<>(told.points()).size());
    assertEquals(List.of(), sampler.next(told, 1));
  }

  @Test
  void roundsWithoutTrials_areRefused() {
    assertThrows(InvalidValueException.class, () -> new CoarseToFine(SQUARE, 1, 2, 3, 0.1));
  }
}
