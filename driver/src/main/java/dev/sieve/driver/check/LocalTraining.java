package dev.sieve.driver.check;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.stage.Stage;
import dev.sieve.space.Hyperparameters;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;

/**
 * Trains the first network of a conf here, without Spark and without a run directory, otherwise
 * than the conf says: for checks that come before a search.
 */
public final class LocalTraining {
  private final SearchConf conf;
  private final DataSet images;
  private final PlannedRound round;

  public LocalTraining(SearchConf conf, DataSet images) {
    this.conf = conf;
    this.images = images;
    this.round = Rounds.first(conf, images);
  }

  /** Returns the hyperparameters of that network. */
  Hyperparameters chosen() {
    return round.trials().get(0).hyperparameters();
  }

  /** Returns the number of training examples of the first stage. */
  public int images() {
    return rows().length;
  }

  /** Returns the rows of the pool that train in the first stage. */
  int[] rows() {
    return round.stage().split().train();
  }

  /** Returns what comes of training on {@code rows} with other hyperparameters. */
  TrialResult train(
      String name, Hyperparameters hyperparameters, int[] rows, int epochs, Evaluation evaluation) {
    Stage stage = round.stage();
    TrainingData data = stage.data(images, rows);
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
