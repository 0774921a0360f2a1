package dev.sieve.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

  /**
   * Returns repeat {@code repeat} of the configuration with this λ; NaN stands for a divergence.
   */
  private static TrialResult result(double l2, int repeat, double accuracy) {
    Trial trial = new Trial("coarse", repeat, hyperparameters(l2), repeat, 1);
    Metrics metrics = new Metrics(1, 1, accuracy);
    return Double.isNaN(accuracy)
        ? TrialResult.without(trial, Failure.DIVERGED, 9, List.of())
        : new TrialResult(trial, Status.COMPLETED, null, 9, metrics, metrics, null, List.of());
  }

  private static Hyperparameters hyperparameters(double l2) {
    return new Hyperparameters(
        List.of(50), l2, 100, new LearningRateSchedule.Constant(0.1), new Initialization.Xavier());
  }

  private static List<Ranking.Place<TrialResult>> ranking(TrialResult... results) {
    return Ranking.of(
        List.of(results), result -> result.trial().candidate(), TrialResult::validationAccuracy);
  }

  private static List<Double> best(int count, TrialResult... results) {
    return ranking(results).stream()
        .limit(count)
        .map(place -> place.first().trial().hyperparameters().l2())
        .toList();
  }

  @Test
  void best_isByTheMeanOfTheRepeats_notByTheBestOfThem() {
    assertEquals(
        List.of(0.2, 0.1),
        best(
            2, result(0.1, 0, 0.6), result(0.1, 1, 0.2), result(0.2, 0, 0.5), result(0.2, 1, 0.4)));
  }

  @Test
  void best_putsAConfigurationThatDivergedOnceLast_andOneThatAlwaysDidNowhere() {
    assertEquals(
        List.of(0.1, 0.2),
        best(
            3,
            result(0.2, 0, 0.9),
            result(0.2, 1, Double.NaN),
            result(0.1, 0, 0.3),
            result(0.3, 0, Double.NaN)));
  }

  @Test
  void best_tellsBudgetsOfTheSameHyperparametersApart() {
    assertEquals(
        List.of(8, 4),
        ranking(afterEpochs(4, 0.3), afterEpochs(8, 0.4)).stream()
            .map(place -> place.first().trial().epochs())
            .toList());
  }

  private static TrialResult afterEpochs(int epochs, double accuracy) {
    Trial trial = new Trial("coarse", epochs, hyperparameters(0.1), 0, epochs);
    Metrics metrics = new Metrics(1, 1, accuracy);
    return new TrialResult(trial, Status.COMPLETED, null, 9, metrics, metrics, null, List.of());
  }

  @Test
  void best_ofEquals_isTheFirst() {
    assertEquals(List.of(0.3), best(1, result(0.3, 0, 0.5), result(0.1, 0, 0.5)));
  }

  @Test
  void standing_isTheMeanOfThoseThatCompleted_andSaysWhetherAllDid() {
    List<Ranking.Place<TrialResult>> places =
        ranking(result(0.1, 0, 0.5), result(0.1, 1, Double.NaN), result(0.1, 2, 0.25));
    assertEquals(new Standing(false, 0.375), places.get(0).standing());
    assertEquals(3, places.get(0).repeats().size());
  }
}
