package dev.sieve.driver.check;

import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.TrialResult;
import java.util.Arrays;

/** Whether a network can memorize a few examples: one that cannot has a mistake in it. */
public final class Memorization {
  private Memorization() {}

  /**
   * Returns how well the network of {@code training} memorizes its first {@code count} training
   * examples: without penalty, smoothing, dropout or augmentation, with a constant η. Training
   * metrics are exact.
   */
  public static TrialResult of(
      LocalTraining training, int count, int epochs, int batchSize, double eta) {
    Hyperparameters chosen = training.chosen();
    Hyperparameters bare =
        new Hyperparameters(
                chosen.hidden(),
                0,
                batchSize,
                new LearningRateSchedule.Constant(eta),
                chosen.initialization())
            .with(chosen.objective().smoothed(0))
            .with(Axes.OPTIMIZER, chosen.optimizer());
    Evaluation exact = new Evaluation(0, Evaluation.TrainMetrics.EXACT, false);
    return training.train("overfit", bare, Arrays.copyOf(training.rows(), count), epochs, exact);
  }
}
