package dev.sieve.export.report;

import dev.sieve.result.TrialTable;
import dev.sieve.run.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a report in step with searches that are running: whenever their tables have changed, it is
 * written again, and its page loads itself again. A search writes its tables every minute.
 */
public final class Watch {
  private static final long PAUSE = 2000;

  private final List<Path> folders;
  private final Path out;
  private List<FileTime> seen = List.of();
  private Report last;

  /** One that writes the report of the runs in {@code folders} to {@code out}. */
  public Watch(List<Path> folders, Path out) {
    this.folders = List.copyOf(folders);
    this.out = out;
  }

  /** Returns when all planned trials have ended; the page then follows no more. */
  public void run() throws IOException, InterruptedException {
    while (!step()) {
      Thread.sleep(PAUSE);
    }
  }

  /**
   * Writes the report if tables have changed. Runs that have no tables yet are waited for.
   *
   * @return whether all planned trials have ended
   * @throws dev.sieve.run.UnreadableRun if a run cannot be read, or {@code out} holds something
   *     else
   */
  public synchronized boolean step() throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path folder : folders) {
      Path table = folder.resolve(RunFiles.csv(TrialTable.NAME));
      if (!Files.exists(table)) {
        return false;
      }
      times.add(Files.getLastModifiedTime(table));
    }
    if (!times.equals(seen)) {
      last = Report.of(folders);
      last.update(out, !last.isComplete());
      seen = times;
    }
    return last.isComplete();
  }

  /** Returns whether a report was written. */
  public synchronized boolean hasReport() {
    return last != null;
  }

  /** Leaves a page that follows no more, of what there is. */
  public synchronized void end() throws IOException {
    if (last != null && !last.isComplete()) {
      last.update(out, false);
    }
  }
}
