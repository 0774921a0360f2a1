package dev.sieve.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmedTest {
  private static final double VAGUE = 10;

  private static Entrant vague(Double... repeats) {
    return new Entrant(0.5, VAGUE, List.of(repeats));
  }

  @Test
  void scores_areMeans_whereNothingWasKnownBefore() {
    Confirmed confirmed =
        new Confirmed(List.of(vague(0.50, 0.52, 0.51), vague(0.53, 0.54, 0.55)), 1000);
    assertEquals(List.of(1, 0), confirmed.ranking());
    assertEquals(0.51, confirmed.verdicts().get(0).score(), 1e-6);
    assertEquals(0.54, confirmed.verdicts().get(1).score(), 1e-6);
    assertEquals(0.54, confirmed.verdicts().get(1).mean(), 1e-12);
    assertEquals(0.03, confirmed.verdicts().get(0).behind().mean(), 1e-12);
  }

  /** By hand: equal weights of what was expected and of what came, both about their common mean. */
  @Test
  void scores_areBetweenWhatWasExpected_andWhatCame() {
    double ofImages = Math.sqrt(Interval.ofImages(0.5, 1000));
    Confirmed confirmed =
        new Confirmed(
            List.of(
                new Entrant(0.58, ofImages, List.of(0.49)),
                new Entrant(0.56, ofImages, List.of(0.51))),
            1000);
    assertEquals(0.50, confirmed.verdicts().get(0).score(), 1e-9);
    assertEquals(0.50, confirmed.verdicts().get(1).score(), 1e-9);
    assertEquals(0.5, confirmed.verdicts().get(0).probability(), 0.01);
  }

  @Test
  void probabilities_sumToOne_andFollowTheDifferences() {
    Confirmed confirmed =
        new Confirmed(
            List.of(vague(0.50, 0.52, 0.51), vague(0.501, 0.522, 0.509), vague(0.4, 0.42, 0.41)),
            1000);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += confirmed.verdicts().get(i).probability();
    }
    assertEquals(1, sum, 1e-12);
    assertTrue(
        confirmed.verdicts().get(1).probability() > confirmed.verdicts().get(0).probability());
    assertTrue(confirmed.verdicts().get(2).probability() < 0.01);
  }

  @Test
  void failedRepeat_isBehindAllOthers() {
    Confirmed confirmed =
        new Confirmed(
            List.of(vague(0.6, Double.NaN), vague(0.5, 0.52), vague(Double.NaN, Double.NaN)), 1000);
    assertEquals(List.of(1, 0, 2), confirmed.ranking());
    assertTrue(Double.isNaN(confirmed.verdicts().get(2).score()));
    assertEquals(0, confirmed.verdicts().get(2).probability());
  }

  @Test
  void nothingKnown_hasAnOrder() {
    Confirmed confirmed = new Confirmed(List.of(vague(Double.NaN), vague(Double.NaN)), 1000);
    assertEquals(List.of(0, 1), confirmed.ranking());
    assertTrue(confirmed.verdicts().get(0).interval().isEmpty());
  }

  /** Images that all networks see alike make no noise: whoever is ahead is so by a full image. */
  @Test
  void equalRepeats_areCertain() {
    Confirmed confirmed = new Confirmed(List.of(vague(0.5, 0.5), vague(0.52, 0.52)), 100);
    assertEquals(List.of(1, 0), confirmed.ranking());
    assertTrue(confirmed.verdicts().get(1).probability() > 0.8);
  }
}
