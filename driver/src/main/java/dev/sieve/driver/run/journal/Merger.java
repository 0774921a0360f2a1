package dev.sieve.driver.run.journal;

import dev.sieve.driver.error.SearchFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Merges records of packs into segments, so many at a time, beside what else the driver does. A
 * segment is durable before the first record that it holds is deleted: whatever ends the driver
 * leaves each trial in a record, in a segment, or in both.
 */
final class Merger {
  private final JournalFiles files;
  private final int every;
  private final Runnable check;
  private final Executor background;
  private final Set<String> unmerged = new LinkedHashSet<>();
  private CompletableFuture<Void> merging = CompletableFuture.completedFuture(null);

  /**
   * @param every records that make a segment
   * @param check throws where the journal has become another driver's
   * @param background where merging runs
   */
  Merger(JournalFiles files, int every, Runnable check, Executor background) {
    this.files = files;
    this.every = every;
    this.check = check;
    this.background = background;
  }

  /**
   * Writes the record of a pack; durable on return. Trials that are trained again may be a pack of
   * the same name as before: its earlier record may be in a segment by now, and is not deleted once
   * this one has taken its place.
   */
  synchronized void write(String pack, List<String> lines) {
    unmerged.add(files.writePack(pack, lines));
    begin();
  }

  /** Hears of records that were there before. */
  synchronized void found(List<String> names) {
    unmerged.addAll(names);
    begin();
  }

  private void begin() {
    if (unmerged.size() >= every && merging.isDone() && !merging.isCompletedExceptionally()) {
      merging = CompletableFuture.runAsync(this::merge, background);
    }
  }

  private void merge() {
    for (List<String> batch = next(); !batch.isEmpty(); batch = next()) {
      List<String> merged = new ArrayList<>();
      List<String> lines = files.lines(batch, merged);
      check.run();
      if (!lines.isEmpty()) {
        files.writeSegment(lines);
      }
      check.run();
      merged.forEach(this::delete);
    }
  }

  private synchronized List<String> next() {
    if (unmerged.size() < every) {
      return List.of();
    }
    List<String> batch = unmerged.stream().limit(every).toList();
    batch.forEach(unmerged::remove);
    return batch;
  }

  private synchronized void delete(String name) {
    if (!unmerged.contains(name)) {
      files.delete(name);
    }
  }

  /** Returns when nothing is being merged, and why merging has failed, if it has. */
  Optional<String> settle() {
    CompletableFuture<Void> last;
    synchronized (this) {
      last = merging;
    }
    try {
      last.join();
      return Optional.empty();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SearchFailure failure) {
        return Optional.of(failure.getMessage());
      }
      throw e;
    }
  }
}
