package dev.sieve.driver.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * A search of a second, and a question to its tables. {@code submit/sieve} runs it once, to learn
 * which classes a start needs; on a cluster it shows that the cluster works.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Runs a search of a second: shows that Spark works.")
final class WarmUp implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("sieve-warm-up");
    try {
      Path conf = folder.resolve("warm-up.conf");
      try (InputStream text = WarmUp.class.getResourceAsStream("warm-up.conf")) {
        Files.copy(text, conf);
      }
      String run = folder.resolve("run").toString();
      int exit = Sieve.run("search", conf.toString(), "--out", run, "--no-export");
      return exit != 0 ? exit : Sieve.run("sql", run, "select * from trials order by trial");
    } finally {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
