package dev.sieve.driver.repeat;

import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.driver.stage.Stage;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Map;

/**
 * A stage of a recorded run.
 *
 * @param trials of all rounds that follow from what is recorded
 * @param entries what the journal holds of these
 */
record RecordedStage(Stage stage, List<Trial> trials, Map<Trial, JournalEntry> entries) {
  RecordedStage {
    trials = List.copyOf(trials);
    entries = Map.copyOf(entries);
  }

  /** Returns whether every trial has an entry, so that no further round waits for any. */
  boolean isComplete() {
    return entries.size() == trials.size();
  }

  /** Returns the trials that another training should repeat. */
  List<Trial> lasting() {
    return trials.stream()
        .filter(trial -> entries.containsKey(trial) && entries.get(trial).lasts())
        .toList();
  }
}
