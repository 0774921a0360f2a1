package dev.sieve.driver.check;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.plan.Stage;
import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.Arrays;
import java.util.List;

/**
 * Trains the first network of a conf here, without Spark and without a run directory, otherwise
 * than the conf says: for checks that come before a search.
 */
public final class LocalTraining {
  private final SearchConf conf;
  private final DataSet images;
  private final PlannedRound round;
  private final Hyperparameters chosen;

  public LocalTraining(SearchConf conf, DataSet images) {
    this.conf = conf;
    this.images = images;
    this.round = Rounds.first(conf, images);
    this.chosen = round.trials().get(0).hyperparameters();
  }

  /**
   * Returns how well the network memorizes the first {@code count} training images: without
   * penalty, smoothing, dropout or augmentation, with a constant η. Training metrics are exact.
   */
  public TrialResult overfit(int count, int epochs, int batchSize, double eta) {
    int[] rows = Arrays.copyOf(round.stage().split().train(), count);
    Hyperparameters bare =
        new Hyperparameters(
                chosen.hidden(),
                0,
                batchSize,
                new LearningRateSchedule.Constant(eta),
                chosen.initialization())
            .with(chosen.objective().smoothed(0))
            .with(Axes.OPTIMIZER, chosen.optimizer());
    return train("overfit", bare, rows, epochs, new Evaluation(0, TrainMetrics.EXACT, false));
  }

  /**
   * Returns the learning curve under an η that rises linearly over one training: Smith, "Cyclical
   * Learning Rates for Training Neural Networks", WACV 2017, section 3.3. A training that diverges
   * on its way leaves the curve until then.
   *
   * @param points of the curve
   */
  public TrialResult range(double etaMin, double etaMax, int epochs, int points) {
    int[] rows = round.stage().split().train();
    Hyperparameters rising =
        chosen.with(
            new LearningRateSchedule.Triangular(etaMin, etaMax, HalfCycle.ofEpochs(epochs)));
    int updates = rows.length / chosen.batchSize() * epochs;
    int interval = Math.max(1, updates / points);
    return train(
        "lr-range", rising, rows, epochs, new Evaluation(interval, TrainMetrics.RUNNING, false));
  }

  /** Returns the number of training images of the first stage. */
  public int images() {
    return round.stage().split().train().length;
  }

  private TrialResult train(
      String name, Hyperparameters hyperparameters, int[] rows, int epochs, Evaluation evaluation) {
    Stage stage = round.stage();
    TrainingData data = TrainingData.of(images, rows, stage.split().validation(), stage.scaling());
    TrainingSettings settings =
        new TrainingSettings(
            conf.engine(), conf.seed(), evaluation, conf.divergedLoss(), false, false);
    Trial trial = new Trial(name, 0, hyperparameters, 0, epochs);
    Trained trained = Trainer.train(data, settings, List.of(trial), done -> {}).get(0);
    Failure failure = trained.result().failure();
    if (failure != null && failure != Failure.DIVERGED) {
      throw new SearchFailure(name + " failed: " + trained.failureMessage());
    }
    return trained.result();
  }
}
