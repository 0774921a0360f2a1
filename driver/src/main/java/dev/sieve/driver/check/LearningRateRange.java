package dev.sieve.driver.check;

import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.TrialResult;

/**
 * The range test of the learning rate: Smith, "Cyclical Learning Rates for Training Neural
 * Networks", WACV 2017, section 3.3.
 */
public final class LearningRateRange {
  private LearningRateRange() {}

  /**
   * Returns the learning curve under an η that rises linearly over one training. A training that
   * diverges on its way leaves the curve until then.
   *
   * @param points of the curve
   */
  public static TrialResult of(
      LocalTraining training, double etaMin, double etaMax, int epochs, int points) {
    Hyperparameters rising =
        training
            .chosen()
            .with(new LearningRateSchedule.Triangular(etaMin, etaMax, HalfCycle.ofEpochs(epochs)));
    int updates = training.images() / rising.batchSize() * epochs;
    Evaluation evaluation =
        new Evaluation(Math.max(1, updates / points), Evaluation.TrainMetrics.RUNNING, false);
    return training.train("lr-range", rising, training.rows(), epochs, evaluation);
  }
}
