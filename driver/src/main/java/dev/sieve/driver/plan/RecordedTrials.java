package dev.sieve.driver.plan;

import dev.sieve.driver.run.JournalEntry;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the journal says about trials that are planned again. Where it has several entries of a
 * trial, one that lasts counts more than one of a failure that may pass.
 */
public final class RecordedTrials {
  private final Map<String, List<JournalEntry>> byStage = new HashMap<>();

  public RecordedTrials(List<JournalEntry> entries) {
    entries.forEach(
        entry -> byStage.computeIfAbsent(entry.stage(), stage -> new ArrayList<>()).add(entry));
  }

  /** Returns the entry of each trial of {@code stage} that has one. */
  public Map<Trial, JournalEntry> of(PlannedStage stage) {
    Map<Trial, JournalEntry> found = new HashMap<>();
    for (JournalEntry entry : byStage.getOrDefault(stage.name(), List.of())) {
      planned(stage, entry)
          .ifPresent(trial -> found.merge(trial, entry, (old, also) -> also.lasts() ? also : old));
    }
    return found;
  }

  private static Optional<Trial> planned(PlannedStage stage, JournalEntry entry) {
    return entry.trial() < stage.trials().size()
        ? Optional.of(stage.trials().get(entry.trial())).filter(entry::isOf)
        : Optional.empty();
  }
}
