package dev.sieve.sample.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Scores rise from 0.4 at the left end to 0.6 in the middle, or as far as they were told. */
class GainTest {
  private static final Cube CUBE = new Cube(List.of(CubeAxis.continuous()));

  private static Point at(double u) {
    return Point.of(u);
  }

  private static double score(double u) {
    return 0.6 - 0.8 * (u - 0.5) * (u - 0.5);
  }

  private static History upTo(double right, int count) {
    return new History(
        IntStream.range(0, count)
            .mapToDouble(i -> right * i / (count - 1))
            .mapToObj(u -> new Evaluation(at(u), Outcome.score(score(u))))
            .toList());
  }

  @Test
  void whereScoresStillRise_muchIsExpected() {
    Gain gain = Gain.of(CUBE, upTo(0.3, 12), List.of(at(0.4), at(0.5), at(0.9)));
    assertEquals(score(0.3), gain.incumbent(), 0.003);
    assertTrue(gain.expected() > 0.01, gain::toString);
  }

  @Test
  void whereTheTopIsKnown_littleIsExpected() {
    Gain gain = Gain.of(CUBE, upTo(0.99, 21), List.of(at(0.51), at(0.42), at(0.1)));
    assertEquals(0.6, gain.incumbent(), 0.003);
    assertTrue(gain.expected() < 0.002, gain::toString);
  }

  @Test
  void ofMorePoints_moreIsExpected_thoughNotTheSum() {
    History history = upTo(0.3, 12);
    double one = Gain.of(CUBE, history, List.of(at(0.45))).expected();
    double other = Gain.of(CUBE, history, List.of(at(0.5))).expected();
    double both = Gain.of(CUBE, history, List.of(at(0.45), at(0.5))).expected();
    assertTrue(both > Math.max(one, other) && both < one + other, one + ", " + other + ", " + both);
  }

  /** Jones, Schonlau and Welch, 1998: σ (z Φ(z) + φ(z)). */
  @Test
  void ofOnePoint_itIsTheExpectedImprovement() {
    History history = upTo(0.3, 12);
    Model model = Model.of(CUBE, history);
    Belief belief = model.process().at(List.of(at(0.6)));
    double best =
        model
            .process()
            .at(history.evaluations().stream().map(Evaluation::point).toList())
            .highestMean();
    double z = (belief.mean(0) - best) / belief.deviation(0);
    NormalDistribution normal = new NormalDistribution();
    double expected =
        model.units().scale()
            * belief.deviation(0)
            * (z * normal.cumulativeProbability(z) + normal.density(z));
    double drawn = Gain.of(CUBE, history, List.of(at(0.6))).expected();
    assertEquals(expected, drawn, 0.05 * expected);
  }

  @Test
  void pointsThatAreTheSame_areNoMoreThanOne() {
    History history = upTo(0.3, 12);
    double once = Gain.of(CUBE, history, List.of(at(0.5))).expected();
    double often = Gain.of(CUBE, history, List.of(at(0.5), at(0.5), at(0.5))).expected();
    assertEquals(once, often, 0.05 * once);
    assertEquals(often, Gain.of(CUBE, history, List.of(at(0.5), at(0.5), at(0.5))).expected());
  }

  @Test
  void withoutAScore_thereIsNone() {
    History failed = new History(List.of(new Evaluation(at(0.5), new Outcome.Failed())));
    assertThrows(IllegalArgumentException.class, () -> Gain.of(CUBE, failed, List.of(at(0.1))));
  }
}
