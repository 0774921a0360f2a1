package dev.sieve.export.report;

import dev.sieve.export.draw.FigureFiles;
import dev.sieve.export.figure.FigureSet;
import dev.sieve.export.figure.Figures;
import dev.sieve.export.notebook.Notebook;
import dev.sieve.export.page.Page;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is made of runs, in one folder: page, notebook, the numbers of each figure, and,
 * where they are asked for, pictures. The page needs none: the browser draws it.
 */
public final class Report {
  private final List<Run> runs;
  private final FigureSet figures;

  private Report(List<Run> runs) {
    this.runs = runs;
    this.figures = Figures.of(runs);
  }

  /**
   * Returns the report of the runs in {@code folders}; nothing of it is written yet.
   *
   * @throws dev.sieve.run.UnreadableRun if one of them cannot be read
   */
  public static Report of(List<Path> folders) {
    return new Report(distinct(folders.stream().map(RunReader::read).toList()));
  }

  /** Returns a sentence on each kind of figure whose numbers could not be read. */
  public List<String> undrawn() {
    return figures.undrawn();
  }

  /**
   * Writes it to {@code out} without pictures, whole or not at all.
   *
   * @throws dev.sieve.run.UnreadableRun if {@code out} holds something else
   */
  public void write(Path out) throws IOException {
    try (ReportFolder folder = ReportFolder.at(out)) {
      fill(folder, out, false);
      folder.publish();
    }
  }

  /**
   * Writes it to {@code out} without pictures, file by file, so that there is a page at any time.
   *
   * @param follows whether the page loads itself again and again
   * @throws dev.sieve.run.UnreadableRun if {@code out} holds something else
   */
  void update(Path out, boolean follows) throws IOException {
    try (ReportFolder folder = ReportFolder.at(out)) {
      fill(folder, out, follows);
      folder.update();
    }
  }

  /** Returns whether all planned trials of all runs have ended. */
  boolean isComplete() {
    return runs.stream().allMatch(Run::isComplete);
  }

  /**
   * Writes it to {@code out} with each figure as SVG and PNG, whole or not at all.
   *
   * @return a sentence on each picture that could not be drawn
   * @throws dev.sieve.run.UnreadableRun if {@code out} holds something else
   */
  public List<String> writeWithPictures(Path out) throws IOException {
    try (ReportFolder folder = ReportFolder.at(out)) {
      List<String> undrawn =
          FigureFiles.draw(figures.figures(), Files.createDirectory(folder.figures()));
      fill(folder, out, false);
      folder.publish();
      return undrawn;
    }
  }

  /** Returns whether {@code out} holds a report with pictures. */
  public static boolean hasPictures(Path out) throws IOException {
    return ReportFolder.hasPictures(out);
  }

  /** Writes all but pictures; the notebook shows those that are there. */
  private void fill(ReportFolder folder, Path out, boolean follows) throws IOException {
    Path numbers = Files.createDirectories(folder.figures());
    FigureFiles.writeNumbers(figures.figures(), numbers);
    Files.writeString(
        folder.draft().resolve(ReportFolder.PAGE),
        Page.of(runs, figures.figures(), figures.undrawn(), follows));
    Files.writeString(
        folder.draft().resolve("report.ipynb"), Notebook.of(runs, figures.figures(), numbers, out));
  }

  /** Runs of one search are told apart by their folders; the same folder twice, by a number. */
  private static List<Run> distinct(List<Run> runs) {
    List<Run> named = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Run run : runs) {
      boolean shared = runs.stream().filter(other -> other.name().equals(run.name())).count() > 1;
      String folder = run.folder().toAbsolutePath().normalize().getFileName().toString();
      String name = shared ? run.name() + " (" + folder + ")" : run.name();
      for (int again = 2; !names.add(name); again++) {
        name = run.name() + " (" + folder + " " + again + ")";
      }
      named.add(run.named(name));
    }
    return named;
  }
}
