package dev.sieve.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.cube.Condition;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ImportanceTest {
  private static final Cube SQUARE =
      new Cube(List.of(CubeAxis.continuous(), CubeAxis.continuous(), CubeAxis.continuous()));

  /** Scores of {@code count} points, each with noise of standard deviation 0.02. */
  private static History history(Cube cube, int count, ToDoubleFunction<Point> score) {
    RandomStream noise = new RandomStream(3);
    return new History(
        Arrays.stream(new SobolSampler(1).points(count, cube.dimensions()))
            .map(cube::snap)
            .map(
                point ->
                    new Evaluation(
                        point,
                        new Outcome.Score(
                            score.applyAsDouble(point) + 0.02 * noise.nextGaussian(), 0.0004)))
            .toList());
  }

  private static Importance importance(Cube cube, int count, ToDoubleFunction<Point> score) {
    return Importance.of(cube, history(cube, count, score)).orElseThrow();
  }

  @Test
  void additiveFunction_hasTheSharesOfItsParts() {
    // Variances of 2x and x are 4/12 and 1/12: four fifths and one fifth.
    Importance of = importance(SQUARE, 80, p -> 2 * p.at(0) + p.at(1));
    assertEquals(0.8, of.effects().get(0).share(), 0.05);
    assertEquals(0.2, of.effects().get(1).share(), 0.05);
    assertEquals(0, of.effects().get(2).share(), 0.02);
    assertEquals(Math.sqrt(4 / 12.0), of.effects().get(0).deviation(), 0.05);
    assertEquals(0.02, of.chance(), 1e-9);
    assertTrue(of.effects().stream().skip(3).allMatch(pair -> pair.share() < 0.03));
  }

  @Test
  void product_isOfThePair() {
    Importance of = importance(SQUARE, 120, p -> (p.at(0) - 0.5) * (p.at(1) - 0.5));
    Effect pair = of.effects().get(3);
    assertEquals(List.of(0, 1), pair.axes());
    assertTrue(pair.share() > 0.7, of.toString());
    assertTrue(of.effects().stream().filter(e -> !e.equals(pair)).allMatch(e -> e.share() < 0.1));
  }

  @Test
  void bestQuarter_leavesOutTheCliff() {
    // Below a cliff along the first axis all is bad; above it, the second axis decides.
    Importance of = importance(SQUARE, 150, p -> p.at(0) < 0.5 ? 0 : 1 + 0.4 * p.at(1));
    assertTrue(of.effects().get(0).share() > 0.7, of.toString());
    assertTrue(of.effects().get(1).shareOfBest() > 3 * of.effects().get(1).share(), of.toString());
  }

  @Test
  void listsAndConditions_haveShares() {
    Cube cube =
        new Cube(
            List.of(
                CubeAxis.choice(3),
                CubeAxis.continuous().where(new Condition(0, Set.of(2))),
                CubeAxis.ordered(4)));
    Importance of = importance(cube, 100, p -> cube.axes().get(0).level(p.at(0)));
    assertTrue(of.effects().get(0).share() > 0.9, of.toString());
  }

  @Test
  void sameResults_giveTheSameBits() {
    ToDoubleFunction<Point> score = p -> p.at(0);
    assertEquals(importance(SQUARE, 30, score), importance(SQUARE, 30, score));
  }

  @Test
  void tooLittle_saysNothing() {
    assertTrue(Importance.of(SQUARE, history(SQUARE, 7, p -> p.at(0))).isEmpty());
    Cube line = new Cube(List.of(CubeAxis.continuous()));
    assertTrue(Importance.of(line, history(line, 30, p -> p.at(0))).isEmpty());
    List<Evaluation> failed =
        history(SQUARE, 30, p -> 0).evaluations().stream()
            .map(one -> new Evaluation(one.point(), new Outcome.Failed()))
            .toList();
    assertTrue(Importance.of(SQUARE, new History(failed)).isEmpty());
  }
}
