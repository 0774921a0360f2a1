package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.engine.SieveEngine;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.Ensembles;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trials that stop early, and the ensembles of those with cycles of 2 × 4 updates. */
class EarlyStoppingTest {
  private static final int BATCH = 20;
  private static final int EPOCHS = 40;

  private final TrainingData data = TestData.of(300, 5 * BATCH);

  private static Trial trial(int index, double l2) {
    Hyperparameters chosen = TestData.hyperparameters(List.of(20), l2, BATCH, 0.05);
    return TestData.trial(index, chosen, EPOCHS);
  }

  private List<Trained> train(EarlyStopping rule, boolean cycles, Trial... trials) {
    Ensembles ensembles = cycles ? Ensembles.CYCLES : Ensembles.NONE;
    Evaluation evaluation = new Evaluation(0, TrainMetrics.RUNNING, true, rule, ensembles, false);
    TrainingSettings settings =
        new TrainingSettings(new SieveEngine(), 5, evaluation, 1e4, true, true);
    return Trainer.train(data, settings, List.of(trials), done -> {});
  }

  @Test
  void aTrial_stopsWithTheNetworkOfItsBestMeasurement() {
    TrialResult result = train(new EarlyStopping(3, 0), false, trial(0, 0)).get(0).result();
    List<Double> accuracies =
        result.curve().stream().map(point -> point.validation().accuracy()).toList();
    double best = accuracies.stream().max(Double::compare).orElseThrow();
    int bestPoint = accuracies.indexOf(best);
    assertEquals(Status.COMPLETED, result.status());
    assertEquals(bestPoint + 3, accuracies.size() - 1, "three points after the best");
    assertTrue(result.steps() < 5L * EPOCHS);
    CurvePoint lastPoint = result.curve().get(accuracies.size() - 1);
    assertEquals(lastPoint.step(), result.steps());
    assertEquals(best, result.validation().accuracy());
  }

  @Test
  void improvementsThatAreTooSmall_countForNothing() {
    TrialResult result = train(new EarlyStopping(2, 0.99), false, trial(0, 0)).get(0).result();
    assertEquals(3, result.curve().size(), "the first measurement, and two not much better");
  }

  @Test
  void trialsThatStopAtDifferentTimes_areTheSameInAPackAsAlone() {
    EarlyStopping rule = new EarlyStopping(2, 0);
    Trial one = trial(0, 0);
    Trial other = trial(1, 0.5);
    List<Trained> packed = train(rule, true, one, other);
    assertEquals(train(rule, true, one).get(0).result(), packed.get(0).result());
    assertEquals(train(rule, true, other).get(0).result(), packed.get(1).result());
  }

  @Test
  void anEnsemble_hasANetworkPerCycle() {
    TrialResult result = train(EarlyStopping.NEVER, true, trial(0, 0)).get(0).result();
    assertEquals(5 * EPOCHS / 8, result.ensemble().size());
    assertTrue(result.ensemble().validation().accuracy() > 0.15);
    assertTrue(result.ensemble().test().loss() > 0);
    assertNull(train(EarlyStopping.NEVER, false, trial(0, 0)).get(0).result().ensemble());
  }

  @Test
  void impossibleRules_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(1, 1));
  }
}
