package dev.sieve.driver.search;

import dev.sieve.data.Labels;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.RecordedTrials;
import dev.sieve.driver.reuse.Reuse;
import dev.sieve.driver.run.Models;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.run.journal.Journal;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.driver.stage.Stage;
import dev.sieve.train.Trained;
import dev.sieve.train.state.Outputs;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what comes back from where packs are trained: models and predictions first, then the
 * journal, then memory.
 */
final class Recorder {
  private final RunLock lock;
  private final Journal journal;
  private final Models models;
  private final Results results;
  private final SearchTables tables;
  private final Labels testLabels;
  private final SearchCheckpoints checkpoints;
  private final Reporter reporter;
  private final RepeatEnsembles ensembles;
  private final KeptFiles kept;
  private final RecordedTrials earlier;
  private final Takeover takeover;
  private final Map<String, Stage> stages = new HashMap<>();
  private final Set<String> told = new HashSet<>(); // each warning once

  Recorder(
      RunDirectory run,
      RunLock lock,
      Results results,
      SearchTables tables,
      RepeatEnsembles ensembles,
      KeptFiles kept,
      Labels testLabels,
      Reuse reuse,
      SearchCheckpoints checkpoints,
      Reporter reporter) {
    this.lock = lock;
    this.tables = tables;
    this.ensembles = ensembles;
    this.kept = kept;
    this.testLabels = testLabels;
    this.journal = new Journal(run, lock);
    this.models = new Models(run);
    this.results = results;
    this.checkpoints = checkpoints;
    this.reporter = reporter;
    this.earlier = new RecordedTrials(journal.read(reporter::warn));
    this.takeover = new Takeover(reuse, run, journal, kept, tables, testLabels);
  }

  /** Takes from the journal, and from other runs, what is finished of {@code rounds}. */
  void begin(List<PlannedRound> rounds) {
    for (PlannedRound round : rounds) {
      Stage stage = round.stage();
      stages.put(stage.name(), stage);
      earlier
          .take(round.trials())
          .forEach(
              (trial, entry) -> {
                if (entry.lasts() && kept.has(stage, entry.result(trial))) {
                  results.add(trial, entry);
                }
              });
    }
    kept.warning().ifPresent(reporter::warn);
    rounds.forEach(this::takeOver);
  }

  private void takeOver(PlannedRound round) {
    lock.check();
    List<Trial> missing = round.trials().stream().filter(trial -> !results.has(trial)).toList();
    Map<Trial, JournalEntry> taken = takeover.of(round, missing);
    taken.forEach(results::add);
    if (taken.isEmpty()) {
      tables.recorded(journal.state());
    } else {
      tables.changed(journal.state());
    }
  }

  /** Keeps the results of a pack; durable on return. An interruption waits for the whole of it. */
  void ended(PackResult pack) {
    synchronized (results) {
      keep(pack);
    }
  }

  /** Returns when nothing is written any more that {@link #ended} has begun. */
  void settle() {
    journal.settle(reporter::warn);
  }

  private void keep(PackResult pack) {
    lock.check();
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < pack.trained().size(); i++) {
      Trained trained = pack.trained().get(i);
      Trial trial = trained.result().trial();
      keep(trained, stages.get(trial.stage()));
      entries.add(JournalEntry.of(trained.result(), pack.executions().get(i)));
    }
    journal.append(pack.pack().name(), entries);
    checkpoints.delete(pack.pack().name());
    pack.warnings().stream().filter(told::add).forEach(reporter::warn);
    for (int i = 0; i < pack.trained().size(); i++) {
      TrialResult result = pack.trained().get(i).result();
      results.add(result, pack.executions().get(i));
      reporter.trialEnded(result, pack.executions().get(i));
    }
    tables.changed(journal.state());
  }

  private void keep(Trained trained, Stage stage) {
    Trial trial = trained.result().trial();
    ensembles.keep(stage, trained);
    if (trained.weights() != null) {
      models.write(trial, trained.weights(), stage.scaling());
    }
    Outputs outputs = trained.outputs();
    if (stage.isFinal()
        && trial.index() == 0
        && outputs != null
        && outputs.plain().test() != null) {
      tables.writePredictions(trial, testLabels, outputs);
    }
  }
}
