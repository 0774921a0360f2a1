package dev.sieve.driver.repeat;

import dev.sieve.data.DataSet;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.stage.Stage;
import dev.sieve.team.Cores;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingContext;
import dev.sieve.train.TrainingData;
import dev.sieve.trial.Trial;
import java.util.List;

/** Trains single trials of a search again, in this JVM and as its tasks did, without Spark. */
final class Retraining {
  private final SearchConf conf;
  private final DataSet images;

  Retraining(SearchConf conf, DataSet images) {
    this.conf = conf;
    this.images = images;
  }

  /** Returns what {@code trial} of {@code stage} comes to now; no limit of time applies. */
  Trained train(Stage stage, Trial trial) {
    JobShare share = JobShare.of(conf, stage, CheckpointRule.NEVER);
    TrainingData data = share.data(() -> images);
    TrainingContext context = TrainingContext.of(epoch -> {}).on(Cores.ofThisMachine());
    return Trainer.train(data, share.settings(), List.of(trial), context).get(0);
  }
}
