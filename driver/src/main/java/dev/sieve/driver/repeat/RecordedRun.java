package dev.sieve.driver.repeat;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.plan.PlannedStage;
import dev.sieve.driver.plan.RecordedTrials;
import dev.sieve.driver.plan.StagePlanner;
import dev.sieve.driver.run.Journal;
import dev.sieve.driver.run.JournalEntry;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.train.Trained;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The trials of a run directory, to be trained again and compared. Only reads. */
public final class RecordedRun {
  private final RecordedTrials recorded;
  private final RecordedStages stages;
  private final Retraining retraining;
  private final RecordedRows rows;

  /**
   * @param conf that of the run
   * @param warn hears of damaged files, whose trials are not known
   */
  public RecordedRun(SearchConf conf, DataSet images, RunDirectory run, Consumer<String> warn) {
    this.recorded = new RecordedTrials(new Journal(run).look(warn));
    this.stages = new RecordedStages(conf, new StagePlanner(conf, images), recorded);
    this.retraining = new Retraining(conf, images);
    this.rows = new RecordedRows(conf, run);
  }

  /** Returns all trials that another training should repeat, by stage, then number. */
  public List<Trial> lasting() {
    return stages.known().stream().flatMap(stage -> lasting(stage).stream()).toList();
  }

  private List<Trial> lasting(PlannedStage stage) {
    Map<Trial, JournalEntry> entries = recorded.of(stage);
    return stage.trials().stream()
        .filter(trial -> entries.containsKey(trial) && entries.get(trial).lasts())
        .toList();
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
          "TRIAL must be 0 to %d in stage %s, but was %d"
              .formatted(trials.size() - 1, stage, index));
    }
    return trials.get(index);
  }

  /**
   * Trains {@code trial} again, here and now, and compares it with its rows, or else the journal.
   */
  public Repetition repeat(Trial trial) {
    PlannedStage stage = stages.named(trial.stage());
    Trained trained = retraining.train(stage, trial);
    Optional<TrialResult> journalled =
        Optional.ofNullable(recorded.of(stage).get(trial)).map(entry -> entry.result(trial));
    return new Repetition(
        trained.result(),
        trained.failureMessage(),
        rows.differences(stage, journalled, trained.result()));
  }
}
