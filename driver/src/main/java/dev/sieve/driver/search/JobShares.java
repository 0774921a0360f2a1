package dev.sieve.driver.search;

import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.conf.KeepModels;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;

/** Finds out how the trials of each stage are to be trained. */
final class JobShares {
  private final SearchConf conf;
  private final CheckpointRule checkpoints;

  JobShares(SearchConf conf, CheckpointRule checkpoints) {
    this.conf = conf;
    this.checkpoints = checkpoints;
  }

  /** Returns what the tasks of {@code stage} share. */
  JobShare of(PlannedStage stage) {
    Evaluation asked = conf.evaluation();
    boolean last = stage.isFinal();
    TrainingSettings settings =
        new TrainingSettings(
            conf.seed(),
            new Evaluation(
                asked.interval(),
                asked.train(),
                asked.reportTest() || last,
                asked.earlyStopping(),
                asked.ensembles()),
            conf.divergedLoss(),
            conf.keepModels() == KeepModels.ALL || (last && conf.keepModels() == KeepModels.FINAL),
            last || RepeatEnsembles.wanted(conf, stage));
    return new JobShare(
        stage.split(),
        stage.scaling(),
        settings,
        conf.limits().trial(),
        ProcessorKind.here(),
        checkpoints);
  }
}
