package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code mvn package} leaves, on a machine that has Java and nothing else. */
@Tag("clusters")
class BundleIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void bundle_searchesAndReports_fromAnEmptyFolder_withAnEmptyHome_withoutMaven()
      throws IOException, InterruptedException {
    Path unpacked = unpack();
    Path home = Files.createDirectory(folder.resolve("home"));
    Path work = Files.createDirectory(folder.resolve("work"));
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "JAVA_HOME", java());
    try (SieveProcess sieve =
        SieveProcess.start(
            unpacked.resolve("submit/sieve"),
            work,
            environment,
            "search",
            unpacked.resolve("conf/quickstart.conf").toString(),
            "--master=local[2]")) {
      Result result = sieve.finish(PATIENCE);
      assertEquals(0, result.exit(), result.stderr());
      assertFalse(result.stderr().contains("building"), result.stderr());
    }
    Path run = work.resolve("runs/quickstart");
    assertTrue(Files.size(run.resolve("trials.csv")) > 0);
    assertTrue(Files.exists(run.resolve("report/report.html")));
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(0, files.count());
    }
  }

  private static String java() {
    return System.getProperty("java.home");
  }

  private Path unpack() throws IOException, InterruptedException {
    Path archive;
    try (Stream<Path> files = Files.list(Checkout.root().resolve("driver/target"))) {
      archive =
          files.filter(file -> file.toString().endsWith("-bin.tar.gz")).findFirst().orElseThrow();
    }
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertTrue(tar.waitFor(2, TimeUnit.MINUTES) && tar.exitValue() == 0, "tar failed");
    return folder.resolve(archive.getFileName().toString().replace("-bin.tar.gz", ""));
  }
}
