package dev.sieve.export.report;

import dev.sieve.format.Texts;
import dev.sieve.run.UnreadableRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a report, which appears whole or not at all: it is written beside its place and
 * then takes it. Closing it before it was published takes back what was written.
 */
final class ReportFolder implements AutoCloseable {
  /** What a folder must hold to be taken for an earlier report. */
  static final String PAGE = "report.html";

  private final Path place;
  private final Path draft;

  private ReportFolder(Path place, Path draft) {
    this.place = place;
    this.draft = draft;
  }

  /**
   * Begins a report that shall be found at {@code place}.
   *
   * @throws UnreadableRun if something else is there
   */
  static ReportFolder at(Path place) throws IOException {
    Path absolute = place.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !isReport(absolute)) {
      throw new UnreadableRun(
          Texts.format(
              "%s must be new, empty or an earlier report, but holds something else", place));
    }
    Files.createDirectories(absolute.getParent());
    return new ReportFolder(absolute, Files.createTempDirectory(absolute.getParent(), ".report-"));
  }

  private static boolean isReport(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> held = files.toList();
      return held.isEmpty() || held.contains(folder.resolve(PAGE));
    }
  }

  /** Returns where to write. */
  Path draft() {
    return draft;
  }

  /** Puts what was written in the place of what was there. */
  void publish() throws IOException {
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path before = draft.resolveSibling(draft.getFileName() + ".old");
    if (Files.exists(place)) {
      Files.move(place, before);
    }
    Files.move(draft, place);
    delete(before);
  }

  @Override
  public void close() throws IOException {
    delete(draft);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
