package dev.sieve.driver.search;

import dev.sieve.data.ImageSet;
import dev.sieve.driver.run.Journal;
import dev.sieve.driver.run.JournalEntry;
import dev.sieve.driver.run.Models;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.train.Trained;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what comes back from the cluster: models and predictions first, then the journal, then
 * memory.
 */
final class Recorder {
  private final Journal journal;
  private final Models models;
  private final Results results;
  private final SearchTables tables;
  private final ImageSet images;
  private final Reporter reporter;
  private final List<JournalEntry> earlier;
  private final Map<String, PlannedStage> stages = new HashMap<>();
  private boolean warned;

  Recorder(
      RunDirectory run, Results results, SearchTables tables, ImageSet images, Reporter reporter) {
    this.tables = tables;
    this.images = images;

    this.journal = new Journal(run);
    this.models = new Models(run);
    this.results = results;
    this.reporter = reporter;
    this.earlier = journal.read(reporter::warn);
  }

  /** Takes from the journal what an earlier run has finished of {@code begun}. */
  void begin(List<PlannedStage> begun) {
    for (PlannedStage stage : begun) {
      stages.put(stage.name(), stage);
      for (JournalEntry entry : earlier) {
        if (entry.stage().equals(stage.name()) && entry.trial() < stage.trials().size()) {
          Trial trial = stage.trials().get(entry.trial());
          boolean lasts = entry.failure() == null || !entry.failure().passing();
          if (entry.isOf(trial) && lasts) {
            results.add(entry.result(trial), entry.execution());
          }
        }
      }
    }
  }

  /** Keeps the results of a pack; durable on return. */
  void ended(PackResult pack) {
    PlannedStage stage = stages.get(pack.pack().stage());
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < pack.trained().size(); i++) {
      Trained trained = pack.trained().get(i);
      keep(trained, stage);
      entries.add(JournalEntry.of(trained.result(), pack.executions().get(i)));
    }
    journal.append(pack.pack().name(), entries);
    for (int i = 0; i < pack.trained().size(); i++) {
      results.add(pack.trained().get(i).result(), pack.executions().get(i));
      reporter.trialEnded(pack.trained().get(i).result());
    }
    if (!pack.sameBitsAsAlone() && !warned) {
      warned = true;
      reporter.warn(
          "executor %s multiplies matrices with other kernels than the driver: its packs are trained"
                  .formatted(pack.executions().get(0).executor())
              + " one trial at a time, and their last bits may differ");
    }
  }

  private void keep(Trained trained, PlannedStage stage) {
    Trial trial = trained.result().trial();
    if (trained.weights() != null) {
      models.write(trial, trained.weights(), stage.scaling());
    }
    if (trained.testProbabilities() != null && trial.repeat() == 0) {
      tables.writePredictions(trial, images.test(), trained.testProbabilities());
    }
  }
}
