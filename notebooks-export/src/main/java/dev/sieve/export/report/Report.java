package dev.sieve.export.report;

import dev.sieve.export.draw.FigureFiles;
import dev.sieve.export.figure.Figure;
import dev.sieve.export.figure.Figures;
import dev.sieve.export.page.Page;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Everything that is made of runs: figures, page and notebook in one folder. */
public final class Report {
  private Report() {}

  /**
   * Writes the report of the runs in {@code folders} to {@code out}, whole or not at all.
   *
   * @throws dev.sieve.export.run.UnreadableRun if one of them cannot be read, or {@code out} holds
   *     something else
   */
  public static void write(List<Path> folders, Path out) throws IOException {
    List<Run> runs = folders.stream().map(RunDirectory::read).toList();
    List<Figure> figures = Figures.of(runs.get(0));
    try (Folder folder = Folder.at(out)) {
      Path pictures = Files.createDirectory(folder.draft().resolve("figures"));
      FigureFiles.write(figures, pictures);
      Files.writeString(folder.draft().resolve(Folder.PAGE), Page.of(runs, figures));
      folder.publish();
    }
  }
}
