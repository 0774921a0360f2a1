package dev.sieve.sample.ask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.InvalidValueException;
import dev.sieve.sample.GridSampler;
import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.Uniformity;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler promises, on cubes of every kind. */
class SamplerNameTest {
  private static final int BUDGET = 60;
  private static final int BATCH = 7;

  /** 2 · (1 + 4) · 5 = 50 configurations; a grid of 2 · 2 · 4 · 5 = 80 cells. */
  private static final Cube LISTS =
      new Cube(
          List.of(
              CubeAxis.choice(2),
              CubeAxis.ordered(2),
              CubeAxis.choice(4).where(1, 1),
              CubeAxis.ordered(5)));

  private static final Cube MIXED =
      new Cube(
          List.of(
              CubeAxis.choice(3),
              CubeAxis.continuous(),
              CubeAxis.continuous().where(0, 1),
              CubeAxis.ordered(4)));

  private static final Cube CONTINUOUS =
      new Cube(List.of(CubeAxis.continuous(), CubeAxis.continuous()));

  record Case(SamplerName name, Cube cube) {
    CubeSampler sampler() {
      return name.over(cube, 5, BUDGET);
    }

    @Override
    public String toString() {
      return name.text() + " over " + cube.dimensions() + " axes";
    }
  }

  static Stream<Case> cases() {
    return Arrays.stream(SamplerName.values())
        .flatMap(
            name ->
                Stream.of(LISTS, MIXED, CONTINUOUS)
                    .filter(cube -> name != SamplerName.GRID || cube.equals(LISTS))
                    .map(cube -> new Case(name, cube)));
  }

  static Stream<Case> learning() {
    return cases().filter(one -> one.name() == SamplerName.GP || one.name() == SamplerName.TPE);
  }

  /** Some of it fails: told as such. */
  private static Outcome outcome(Point p) {
    double distance = 0;
    for (int axis = 0; axis < p.dimensions(); axis++) {
      distance += Math.abs(p.at(axis) - 0.3);
    }
    return p.at(p.dimensions() - 1) > 0.85 ? new Outcome.Failed() : Outcome.score(-distance);
  }

  /** Asks and tells, each batch's results in an order of {@code arrival}. */
  private static History play(CubeSampler sampler, int trials, boolean reversed) {
    AskTell search = new AskTell(sampler);
    while (search.history().size() < trials) {
      List<Asked> asked =
          new ArrayList<>(search.ask(Math.min(BATCH, trials - search.history().size())));
      if (asked.isEmpty()) {
        break;
      }
      if (reversed) {
        Collections.reverse(asked);
      }
      asked.forEach(one -> search.tell(one.trial(), outcome(one.point())));
    }
    return search.history();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void points_areSnappedPointsOfTheCube(Case one) {
    History history = play(one.sampler(), 40, false);
    assertEquals(40, history.size());
    for (Point point : history.points()) {
      assertEquals(one.cube().snap(point.toArray()), point);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void searches_areDeterministic_whateverTheOrderOfArrival(Case one) {
    History history = play(one.sampler(), 40, false);
    assertEquals(history, play(one.sampler(), 40, false));
    assertEquals(history, play(one.sampler(), 40, true));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void searchThatGoesOnFromWhatWasTold_asksForTheSame_atEveryRound(Case one) {
    List<Evaluation> all = play(one.sampler(), 42, false).evaluations();
    for (int told = 0; told < 42; told += BATCH) {
      List<Point> again =
          new AskTell(one.sampler(), new History(all.subList(0, told)))
              .ask(BATCH).stream().map(Asked::point).toList();
      assertEquals(all.subList(told, told + BATCH).stream().map(Evaluation::point).toList(), again);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "RANDOM")
  void lists_areExhausted_withoutADuplicate(SamplerName name) {
    History history = play(name.over(LISTS, 3, BUDGET), 100, false);
    assertEquals(50, history.size());
    assertEquals(LISTS.configurations(), history.points());
  }

  @ParameterizedTest
  @MethodSource("learning")
  void continuousPoints_areNeverAskedForTwice(Case one) {
    History history = play(one.sampler(), 50, false);
    assertEquals(history.size(), history.points().size());
  }

  @ParameterizedTest
  @MethodSource("learning")
  void whatIsTold_matters(Case one) {
    List<Evaluation> all = play(one.sampler(), 21, false).evaluations();
    List<Evaluation> other = new ArrayList<>(all);
    for (int i = 0; i < 21; i++) {
      Point point = all.get(i).point();
      other.set(i, new Evaluation(point, Outcome.score(point.at(0) + point.at(1))));
    }
    assertNotEquals(
        one.sampler().next(new History(all), BATCH), one.sampler().next(new History(other), BATCH));
    List<Evaluation> pending = new ArrayList<>(all);
    pending.set(20, new Evaluation(all.get(20).point(), new Outcome.Pending()));
    assertTrue(
        Collections.disjoint(
            one.sampler().next(new History(pending), BATCH), new History(all).points()));
  }

  /** Failures fill half of the cube: the sampler that is told of them stays away. */
  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void failures_areAvoided(SamplerName name) {
    AskTell search = new AskTell(name.over(CONTINUOUS, 2, BUDGET));
    int failed = 0;
    while (search.history().size() < BUDGET) {
      for (Asked one : search.ask(4)) {
        boolean fails = one.point().at(0) > 0.5;
        failed += fails && one.trial() >= 20 ? 1 : 0;
        search.tell(one.trial(), fails ? new Outcome.Failed() : Outcome.score(-one.point().at(1)));
      }
    }
    assertTrue(failed <= 10, failed + " of the last 40 failed; of random points, 20 would");
  }

  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void samplersThatLearn_comeNearerThanRandom(SamplerName name) {
    double learned = 0;
    double random = 0;
    for (long seed = 0; seed < 5; seed++) {
      learned += best(name.over(CONTINUOUS, seed, BUDGET));
      random += best(SamplerName.RANDOM.over(CONTINUOUS, seed, BUDGET));
    }
    assertTrue(learned > 0.5 * random, learned + " against " + random);
  }

  private static double best(CubeSampler sampler) {
    return play(sampler, BUDGET, false).evaluations().stream()
        .filter(Evaluation::scored)
        .mapToDouble(Evaluation::score)
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GRID")
  void nothingButFailures_leavesSpreadingPoints(SamplerName name) {
    AskTell search = new AskTell(name.over(CONTINUOUS, 2, BUDGET));
    while (search.history().size() < 64) {
      search.ask(8).forEach(one -> search.tell(one.trial(), new Outcome.Failed()));
    }
    double[][] points =
        search.history().points().stream().map(Point::toArray).toArray(double[][]::new);
    assertEquals(64, points.length);
    assertTrue(Uniformity.axisDistance(points) < 2.3 / 8);
  }

  @Test
  void random_isWhatItWas_pointForPoint() {
    double[][] points = new RandomSampler(9).points(20, 2);
    CubeSampler sampler = SamplerName.RANDOM.over(CONTINUOUS, 9, 20);
    List<Point> expected = Arrays.stream(points).map(Point::of).toList();
    assertEquals(expected, sampler.next(History.EMPTY, 20));
    History five = History.EMPTY.asking(expected.subList(0, 5));
    assertEquals(expected.subList(5, 20), sampler.next(five, 15));
  }

  @Test
  void grid_isWhatItWas_pointForPoint() {
    Cube cube = new Cube(List.of(CubeAxis.ordered(3), CubeAxis.choice(2)));
    double[][] points = new GridSampler(List.of(3, 2)).points(6, 2);
    List<Point> asked = SamplerName.GRID.over(cube, 1, 6).next(History.EMPTY, 10);
    assertArrayEquals(points, asked.stream().map(Point::toArray).toArray(double[][]::new));
    assertThrows(InvalidValueException.class, () -> SamplerName.GRID.over(CONTINUOUS, 1, 6));
  }

  /** The budget decides how long the Gaussian process listens before it speaks. */
  @Test
  void learningStarts_areSobolPoints() {
    List<Point> small = SamplerName.GP.over(CONTINUOUS, 4, 39).next(History.EMPTY, 8);
    List<Point> large = SamplerName.GP.over(CONTINUOUS, 4, 40).next(History.EMPTY, 16);
    assertEquals(small, large.subList(0, 8));
    int cells = new HashSet<>(large.stream().map(p -> (int) (16 * p.at(0))).toList()).size();
    assertEquals(16, cells);
  }

  @Test
  void tellingTwice_orWhatWasNotAsked_isRefused() {
    AskTell search = new AskTell(SamplerName.SOBOL.over(CONTINUOUS, 1, 8));
    search.ask(2);
    search.tell(1, new Outcome.Failed());
    assertThrows(InvalidValueException.class, () -> search.tell(1, Outcome.score(1)));
    assertThrows(InvalidValueException.class, () -> search.tell(2, Outcome.score(1)));
    assertThrows(InvalidValueException.class, () -> Outcome.score(Double.NaN));
    assertEquals(
        List.of("random", "grid", "sobol", "latin-hypercube", "gp", "tpe"),
        Arrays.stream(SamplerName.values()).map(SamplerName::text).toList());
  }
}
