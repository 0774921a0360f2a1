package dev.sieve.driver.plan;

import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the journal says about trials that are planned again. Where it has several entries of a
 * trial, one that lasts counts more than one of a failure that may pass.
 */
public final class RecordedTrials {
  private final Map<Name, List<JournalEntry>> entries = new HashMap<>();

  /** What a trial is called: one of another configuration may have had the same name. */
  private record Name(String stage, int index) {}

  public RecordedTrials(List<JournalEntry> all) {
    all.forEach(
        entry ->
            entries
                .computeIfAbsent(new Name(entry.stage(), entry.trial()), n -> new ArrayList<>(1))
                .add(entry));
  }

  /** Returns the entry of each of {@code trials} that has one. */
  public Map<Trial, JournalEntry> of(List<Trial> trials) {
    Map<Trial, JournalEntry> found = new HashMap<>();
    for (Trial trial : trials) {
      for (JournalEntry entry :
          entries.getOrDefault(new Name(trial.stage(), trial.index()), List.of())) {
        if (entry.isOf(trial)) {
          found.merge(trial, entry, (old, also) -> also.lasts() ? also : old);
        }
      }
    }
    return found;
  }

  /** As {@link #of}, and forgets these entries: there may be a million. */
  public Map<Trial, JournalEntry> take(List<Trial> trials) {
    Map<Trial, JournalEntry> found = of(trials);
    found.forEach(
        (trial, entry) ->
            entries.computeIfPresent(
                new Name(trial.stage(), trial.index()), (name, all) -> without(entry, all)));
    return found;
  }

  /** Returns null where nothing is left. */
  private static List<JournalEntry> without(JournalEntry entry, List<JournalEntry> all) {
    List<JournalEntry> left = all.stream().filter(one -> !one.equals(entry)).toList();
    return left.isEmpty() ? null : left;
  }
}
