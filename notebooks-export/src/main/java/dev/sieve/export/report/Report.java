package dev.sieve.export.report;

import dev.sieve.export.draw.FigureFiles;
import dev.sieve.export.figure.Figure;
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

/** Everything that is made of runs: figures, page and notebook in one folder. */
public final class Report {
  private Report() {}

  /**
   * Writes the report of the runs in {@code folders} to {@code out}, whole or not at all.
   *
   * @return a sentence on each figure that could not be drawn
   * @throws dev.sieve.run.UnreadableRun if one of them cannot be read, or {@code out} holds
   *     something else
   */
  public static List<String> write(List<Path> folders, Path out) throws IOException {
    List<Run> runs = distinct(folders.stream().map(RunReader::read).toList());
    FigureSet set = Figures.of(runs);
    List<Figure> figures = set.figures();
    List<String> undrawn = new ArrayList<>(set.undrawn());
    try (ReportFolder folder = ReportFolder.at(out)) {
      Path pictures = Files.createDirectory(folder.draft().resolve("figures"));
      undrawn.addAll(FigureFiles.write(figures, pictures));
      Files.writeString(folder.draft().resolve(ReportFolder.PAGE), Page.of(runs, figures, undrawn));
      Files.writeString(
          folder.draft().resolve("report.ipynb"), Notebook.of(runs, figures, pictures, out));
      folder.publish();
    }
    return undrawn;
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
