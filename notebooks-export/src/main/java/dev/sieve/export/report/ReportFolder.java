package dev.sieve.export.report;

import dev.sieve.Texts;
import dev.sieve.run.UnreadableRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a report, which appears whole or not at all: it is written beside its place and
 * then takes it; the last of several that are written at once stays. Closing it before it was
 * published takes back what was written.
 */
final class ReportFolder implements AutoCloseable {
  /** What a folder must hold to be taken for an earlier report. */
  static final String PAGE = "report.html";

  private static final String FIGURES = "figures";
  private static final String DRAFT = ".report-";

  /** A draft that is older was left behind by a process that was killed. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** To take a place that other processes take, too. */
  private static final int ATTEMPTS = 100;

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
    Path parent = Files.createDirectories(absolute.getParent());
    clear(parent);
    return new ReportFolder(absolute, Files.createTempDirectory(parent, DRAFT));
  }

  /** Deletes drafts that nobody will finish. */
  private static void clear(Path parent) throws IOException {
    FileTime then = FileTime.from(Instant.now().minus(LONGEST));
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(parent, DRAFT + "*")) {
      for (Path draft : drafts) {
        if (changed(draft).compareTo(then) < 0) {
          delete(draft);
        }
      }
    }
  }

  /** Returns when {@code draft} was changed: now, if it has just taken its place. */
  private static FileTime changed(Path draft) throws IOException {
    try {
      return Files.getLastModifiedTime(draft);
    } catch (NoSuchFileException e) {
      return FileTime.from(Instant.now());
    }
  }

  /** Returns whether the report at {@code place}, if there is one, has figures as pictures. */
  static boolean hasPictures(Path place) throws IOException {
    Path figures = place.resolve(FIGURES);
    if (!Files.isDirectory(figures)) {
      return false;
    }
    try (DirectoryStream<Path> pictures = Files.newDirectoryStream(figures, "*.png")) {
      return pictures.iterator().hasNext();
    }
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

  /** Returns where the files of figures go. */
  Path figures() {
    return draft.resolve(FIGURES);
  }

  /** Puts what was written in the place of what was there. */
  void publish() throws IOException {
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path before = draft.resolveSibling(draft.getFileName() + ".old");
    for (int attempt = 1; Files.exists(draft); attempt++) {
      try {
        Files.move(place, before);
      } catch (NoSuchFileException e) {
        // nothing was there, or another process has just taken it away
      }
      try {
        Files.move(draft, place);
      } catch (FileSystemException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        } // another process was here between the two: its report gives way to this one
      }
      delete(before);
    }
  }

  /** Puts each file in the place of an earlier one, the page last; there is one at any time. */
  void update() throws IOException {
    if (!Files.exists(place.resolve(PAGE))) {
      publish();
      return;
    }
    Path figures = Files.createDirectories(place.resolve(FIGURES));
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(figures)) {
      for (Path file : earlier) {
        if (!Files.exists(figures().resolve(file.getFileName()))) {
          Files.delete(file);
        }
      }
    }
    List<Path> written;
    try (Stream<Path> files = Files.walk(draft)) {
      written =
          files
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(file -> file.endsWith(PAGE)))
              .toList();
    }
    for (Path file : written) {
      Files.move(file, place.resolve(draft.relativize(file)), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    delete(draft);
  }

  /** Deletes {@code folder}, which other processes may delete at the same time. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // it is not there
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof NoSuchFileException)) {
        throw e.getCause();
      }
    }
  }
}
