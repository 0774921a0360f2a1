package dev.sieve.driver.plan.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialLegsTest {
  private final List<TrialResult> results = new ArrayList<>();

  private static Trial trial(int index) {
    Hyperparameters chosen =
        new Hyperparameters(
            List.of(),
            0.1 * index,
            10,
            new LearningRateSchedule.Constant(0.01),
            new Initialization.Xavier());
    return new Trial("coarse", index, chosen, 0, 16);
  }

  private static Metrics metrics(double accuracy) {
    return new Metrics(1, 1, accuracy);
  }

  private TrialResult atRung(int index, int rung, double accuracy) {
    Trial trial = trial(index).on(new Leg(0, rung));
    TrialResult result = TrialResult.pruned(trial, 1, metrics(accuracy), List.of());
    results.add(result);
    return result;
  }

  private TrialResult atTheEnd(int index, double accuracy) {
    Metrics metrics = metrics(accuracy);
    TrialResult result =
        new TrialResult(trial(index), Status.COMPLETED, null, 2, metrics, metrics, null, List.of());
    results.add(result);
    return result;
  }

  private double expected(TrialResult pruned) {
    return new TrialLegs(results).expected(pruned, Metric.ACCURACY);
  }

  @Test
  void latest_isHowFarEachTrialHasCome_inTheirOrder() {
    TrialResult pruned = atRung(1, 4, 0.3);
    atRung(0, 4, 0.4);
    TrialResult completed = atTheEnd(0, 0.5);
    assertEquals(List.of(completed, pruned), new TrialLegs(results).latest());
  }

  @Test
  void prunedTrial_isExpectedToGain_whatOthersGainedSinceItsRung() {
    atRung(0, 4, 0.40);
    atRung(0, 8, 0.45);
    atTheEnd(0, 0.50);
    atRung(1, 4, 0.38);
    atRung(1, 8, 0.43);
    atTheEnd(1, 0.46);
    assertEquals(0.30 + 0.09, expected(atRung(2, 4, 0.30)), 1e-12);
    assertEquals(0.41 + 0.04, expected(atRung(3, 8, 0.41)), 1e-12);
  }

  @Test
  void noTrial_isExpectedToReachMoreThanAll() {
    atRung(0, 4, 0.2);
    atTheEnd(0, 0.7);
    assertEquals(1, expected(atRung(1, 4, 0.6)));
  }

  @Test
  void whereNothingWasTrainedToTheEnd_nothingIsGained() {
    assertEquals(0.3, expected(atRung(0, 4, 0.3)));
  }
}
