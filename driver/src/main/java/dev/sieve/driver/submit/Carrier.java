package dev.sieve.driver.submit;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Brings what a report is drawn of from any file system of Hadoop's to this machine, and the report
 * back: what draws it knows local files alone.
 */
public final class Carrier {
  private static final List<String> READ = List.of(".csv", ".conf", ".json", ".npz");
  private static final List<String> FOLDERS = List.of("", "models/");

  /** What makes a folder a report, so it comes last. */
  private static final String PAGE = "report.html";

  private static final String FIGURES = "figures/";

  private final Configuration hadoop;

  /** One that finds file systems as {@code hadoop} says. */
  public Carrier(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** Returns whether {@code place} is on another file system than this machine's, as a URI. */
  public static boolean isElsewhere(String place) {
    return place.contains("://") && !place.startsWith("file:");
  }

  /**
   * Copies the run at {@code uri} into {@code to}, a folder that exists.
   *
   * @throws UserError where there is none
   */
  public void fetch(String uri, Path to) throws IOException {
    Folder run = Folder.at("a run directory", uri, hadoop);
    run.reach();
    if (!run.has("trials.csv")) {
      throw new UserError(
          Texts.format("%s must be a run directory, but holds no trials.csv", run.display()));
    }
    for (String part : FOLDERS) {
      for (String name : run.list(part)) {
        if (READ.stream().anyMatch(name::endsWith)) {
          Path file = to.resolve(part + name);
          Files.createDirectories(file.getParent());
          try (InputStream in = run.open(part + name)) {
            Files.copy(in, file);
          }
        }
      }
    }
  }

  /** Copies the report in {@code folder} to {@code uri}, in place of what was there. */
  public void bring(Path folder, String uri) throws IOException {
    Folder report = Folder.at("a report", uri, hadoop);
    report.create();
    for (String earlier : report.list(FIGURES)) {
      if (!Files.exists(folder.resolve(FIGURES + earlier))) {
        report.delete(FIGURES + earlier);
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> pageLast =
          files
              .filter(Files::isRegularFile)
              .sorted((a, b) -> Boolean.compare(a.endsWith(PAGE), b.endsWith(PAGE)))
              .toList();
      for (Path file : pageLast) {
        report.write(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }
}
