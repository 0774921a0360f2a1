package dev.sieve.driver.search;

import dev.sieve.Digest;
import dev.sieve.data.Labels;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.reuse.FinishedTrial;
import dev.sieve.driver.reuse.Reuse;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.RecordedPredictions;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.journal.Journal;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.driver.stage.Stage;
import dev.sieve.train.state.Outputs;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes trials that other runs have finished over into this one, as if it had trained them: files
 * first, then the journal. One of which a wanted file is not kept there is left to be trained.
 */
final class Takeover {
  private static final int HASH_BYTES = 6;

  private final Reuse reuse;
  private final Folder run;
  private final Journal journal;
  private final KeptFiles kept;
  private final SearchTables tables;
  private final Labels testLabels;

  Takeover(
      Reuse reuse,
      RunDirectory run,
      Journal journal,
      KeptFiles kept,
      SearchTables tables,
      Labels testLabels) {
    this.reuse = reuse;
    this.run = run.folder();
    this.journal = journal;
    this.kept = kept;
    this.tables = tables;
    this.testLabels = testLabels;
  }

  /** Returns the entries of those trials of {@code missing} that are known; durable on return. */
  Map<Trial, JournalEntry> of(PlannedRound round, List<Trial> missing) {
    Map<Trial, JournalEntry> taken = new LinkedHashMap<>();
    for (Trial trial : missing) {
      reuse.of(trial).stream()
          .filter(there -> takesFiles(round.stage(), trial, there))
          .findFirst()
          .ifPresent(there -> taken.put(trial, there.entry().takenOver(trial, there.run())));
    }
    if (!taken.isEmpty()) {
      journal.append(name(taken), List.copyOf(taken.values()));
    }
    return taken;
  }

  /** Names what is taken over at once as no pack is called, and nothing else that is. */
  private static String name(Map<Trial, JournalEntry> taken) {
    List<String> trials = taken.keySet().stream().map(Takeover::text).toList();
    return "reused-" + Digest.of(trials, HASH_BYTES);
  }

  private static String text(Trial trial) {
    return trial.label() + "@" + trial.leg().until();
  }

  /** Copies what is kept of {@code trial}, and returns whether {@code from} has all of it. */
  private boolean takesFiles(Stage stage, Trial trial, FinishedTrial from) {
    if (from.entry().status() != Status.COMPLETED) {
      return true;
    }
    Folder there = from.run().folder();
    List<String> names = kept.arrays(stage, trial);
    List<String> namesThere = kept.arrays(stage, from.there(trial));
    Optional<Outputs> outputs = predictions(stage, trial, from);
    boolean arrays =
        names.isEmpty() || (from.hasItsFiles() && namesThere.stream().allMatch(there::has));
    boolean predicted = outputs.isPresent() || !kept.isPredicted(stage, trial);
    if (!arrays || !predicted) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      run.write(names.get(i), there.readBytes(namesThere.get(i)));
    }
    outputs.ifPresent(known -> tables.writePredictions(trial, testLabels, known));
    return true;
  }

  private Optional<Outputs> predictions(Stage stage, Trial trial, FinishedTrial from) {
    return kept.isPredicted(stage, trial) && from.isPredicted()
        ? RecordedPredictions.of(
            from.run(), testLabels.count(), testLabels.classes(), from.entry().mirror() != null)
        : Optional.empty();
  }
}
