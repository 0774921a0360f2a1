package dev.sieve.sample.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothedTest {
  private static final Cube CUBE = new Cube(List.of(CubeAxis.continuous(), CubeAxis.continuous()));

  private static double truth(Point p) {
    return 0.5 - (p.at(0) - 0.6) * (p.at(0) - 0.6) - 0.2 * p.at(1);
  }

  private static History noisy(int count, double deviation, long seed) {
    RandomStream stream = new RandomStream(seed);
    List<Evaluation> all = new ArrayList<>();
    for (double[] u : new RandomSampler(seed).points(count, 2)) {
      Point point = Point.of(u);
      double score = truth(point) + deviation * stream.nextGaussian();
      all.add(new Evaluation(point, new Outcome.Score(score, deviation * deviation)));
    }
    return new History(all);
  }

  @Test
  void smoothedScores_areNearerToTheTruth_thanScores() {
    double before = 0;
    double after = 0;
    for (long seed = 0; seed < 5; seed++) {
      History history = noisy(60, 0.05, seed);
      List<Smoothed> smoothed = Smoothed.of(CUBE, history);
      for (int i = 0; i < 60; i++) {
        Evaluation one = history.evaluations().get(i);
        before += Math.pow(one.score() - truth(one.point()), 2);
        after += Math.pow(smoothed.get(i).score() - truth(one.point()), 2);
        assertTrue(smoothed.get(i).deviation() > 0 && smoothed.get(i).deviation() < 0.06);
      }
    }
    assertTrue(after < 0.5 * before, after + " against " + before);
  }

  @Test
  void best_isOftenBetter_thanTheBestScore() {
    double byScore = 0;
    double bySmoothed = 0;
    for (long seed = 0; seed < 20; seed++) {
      History history = noisy(40, 0.1, seed);
      int top =
          IntStream.range(0, 40)
              .boxed()
              .max(Comparator.comparingDouble(i -> history.evaluations().get(i).score()))
              .orElseThrow();
      byScore += truth(history.evaluations().get(top).point());
      int best = Smoothed.best(CUBE, history).orElseThrow();
      bySmoothed += truth(history.evaluations().get(best).point());
    }
    assertTrue(bySmoothed > byScore, bySmoothed + " against " + byScore);
  }

  @Test
  void failedAndPending_haveNoScore_andAreNeverTheBest() {
    Outcome score = Outcome.score(0.4);
    History history =
        new History(
            List.of(
                new Evaluation(Point.of(0.5, 0.5), new Outcome.Failed()),
                new Evaluation(Point.of(0.1, 0.5), score),
                new Evaluation(Point.of(0.9, 0.5), new Outcome.Pending())));
    List<Smoothed> smoothed = Smoothed.of(CUBE, history);
    assertTrue(Double.isNaN(smoothed.get(0).score()) && Double.isNaN(smoothed.get(2).score()));
    assertEquals(0.4, smoothed.get(1).score(), 1e-9);
    assertEquals(OptionalInt.of(1), Smoothed.best(CUBE, history));
    History nothing = new History(history.evaluations().subList(0, 1));
    assertFalse(Smoothed.best(CUBE, nothing).isPresent());
    assertFalse(Smoothed.best(CUBE, History.EMPTY).isPresent());
  }

  /** A fit costs 20 factorizations, whose time grows with the cube of this size. */
  @Test
  void thousandEvaluations_areThinnedToFiveHundred_withTheBestAmongThem() {
    History history = noisy(1000, 0.05, 3);
    Model model = Model.of(CUBE, history);
    assertEquals(500, model.process().size());
    List<Evaluation> kept =
        Thinning.of(history.told(), Thinning.LARGEST).stream().map(history.told()::get).toList();
    List<Evaluation> best =
        history.evaluations().stream()
            .sorted(Comparator.comparingDouble(one -> -one.score()))
            .limit(250)
            .toList();
    assertTrue(kept.containsAll(best));
    assertEquals(1000, Smoothed.of(CUBE, history).size());
    List<Evaluation> inOrder = history.evaluations().stream().filter(kept::contains).toList();
    assertEquals(inOrder, kept);
    assertEquals(500, Thinning.of(history.told().subList(0, 500), Thinning.LARGEST).size());
  }
}
