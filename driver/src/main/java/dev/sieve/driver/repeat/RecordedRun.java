package dev.sieve.driver.repeat;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.plan.RecordedTrials;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.journal.Journal;
import dev.sieve.driver.stage.StageData;
import dev.sieve.train.Trained;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The trials of a run directory, to be trained again and compared. Only reads. */
public final class RecordedRun {
  private final RecordedStages stages;
  private final Retraining retraining;
  private final RecordedRows rows;

  /**
   * @param conf that of the run
   * @param warn hears of damaged files, whose trials are not known
   */
  public RecordedRun(SearchConf conf, DataSet images, RunDirectory run, Consumer<String> warn) {
    this.stages =
        new RecordedStages(
            conf,
            new Rounds(conf, new StageData(conf, images)),
            new RecordedTrials(new Journal(run).look(warn)));
    this.retraining = new Retraining(conf, images);
    this.rows = new RecordedRows(conf, run);
  }

  /** Returns all trials that another training should repeat, by stage, then number. */
  public List<Trial> lasting() {
    return stages.known().stream().flatMap(stage -> stage.lasting().stream()).toList();
  }

  /**
   * Returns trial {@code index} of the stage {@code stage}.
   *
   * @throws UserError where there is none, or where it follows from trials without result
   */
  public Trial trial(String stage, int index) {
    List<Trial> trials = stages.named(stage).trials();
    if (index < 0 || index >= trials.size()) {
      throw new UserError(
          "TRIAL", Texts.format("must be 0 to %d in stage %s", trials.size() - 1, stage), index);
    }
    return trials.get(index);
  }

  /**
   * Trains {@code trial} again, here and now, and compares it with its rows, or else the journal.
   */
  public Repetition repeat(Trial trial) {
    RecordedStage recorded = stages.named(trial.stage());
    Trained trained = retraining.train(recorded.stage(), trial);
    Optional<TrialResult> journalled =
        Optional.ofNullable(recorded.entries().get(trial)).map(entry -> entry.result(trial));
    return new Repetition(
        trained.result(),
        trained.failureMessage(),
        rows.differences(recorded.stage(), journalled, trained.result()));
  }
}
