package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report at the end of a search. */
class ReportIT {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 200, validation = 50, synthetic { train = 300, test = 50 } }
        training { hidden = [5], batch-size = 50, epochs = 1 }
        stages = [only]
        stage.only { space { l2 = [0.001, 0.01] } }
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void exporterIsBuilt() {
    Path exporter = Checkout.root().resolve("notebooks-export/target/sieve-export.jar");
    assumeTrue(Files.exists(exporter), exporter + " is not built: run mvn package");
  }

  @Test
  void search_endsWithAReport_andDoesNotFailWithoutOne() throws IOException {
    Path run = folder.resolve("a run");
    String conf = SmallSearch.in(folder, CONF).conf().toString();
    Result first = SieveProcess.run("search", conf, "--out", run.toString());
    assertEquals(0, first.exit(), first.stderr());
    assertTrue(
        first.stdout().contains("Report: " + run.resolve("report/report.html")), first.stdout());
    assertTrue(Files.size(run.resolve("report/report.html")) > 1_000_000);

    Files.delete(run.resolve("report/report.html")); // no report any more, but somebody's files
    Result second = SieveProcess.run("search", conf, "--out", run.toString());
    assertEquals(0, second.exit(), second.stderr());
    assertTrue(
        second.stderr().contains("There is no report: drawing it ended with exit code 2."),
        second.stderr());
  }

  @Test
  void searchWhoseStageFailed_keepsItsExitCode_andHasAReport() throws IOException {
    Path run = folder.resolve("failed");
    String conf =
        SmallSearch.in(
                folder,
                CONF.replace("epochs = 1", "epochs = 1, schedule { type = constant, eta = 1e6 }"))
            .conf()
            .toString();
    Result result = SieveProcess.run("search", conf, "--out", run.toString());
    assertEquals(1, result.exit(), result.stderr());
    assertTrue(
        result.stderr().contains("no trial of stage only completed: 2 × DIVERGED"),
        result.stderr());
    String page = Files.readString(run.resolve("report/report.html"));
    assertTrue(page.contains("None of 2 trials completed"), "the page says what happened");
  }
}
