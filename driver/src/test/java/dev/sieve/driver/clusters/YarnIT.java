package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.YarnCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start on a real YARN of one node, without an installation of Spark. */
@Tag("clusters")
class YarnIT {
  private static final String QUICKSTART =
      Checkout.root().resolve("conf/quickstart.conf").toString();

  @TempDir static Path folder;
  private static YarnCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Result whole =
        SieveProcess.run(
            "search",
            QUICKSTART,
            "--no-export",
            "--out",
            folder.resolve("whole").toString(),
            "--master=local[2]");
    assertEquals(0, whole.exit(), whole.stderr());
    cluster = YarnCluster.start(1);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void clientMode_givesTheBytesOfOneMachine() throws IOException {
    Result result = sieve(QUICKSTART, "/client");
    assertEquals(0, result.exit(), result.stderr());
    assertSame("/client");
    assertEquals(FinalApplicationStatus.SUCCEEDED, last().getFinalApplicationStatus());
    assertEquals("sieve quickstart", last().getName());
  }

  @Test
  void clusterMode_givesTheBytesOfOneMachine_onceAndWell() throws IOException {
    int before = cluster.applications().size();
    Result result = sieve(QUICKSTART, "/cluster", "--deploy-mode", "cluster");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("Final model"), result.stdout());
    assertSame("/cluster");
    assertEquals(FinalApplicationStatus.SUCCEEDED, last().getFinalApplicationStatus());
    assertEquals(1, last().getCurrentApplicationAttemptId().getAttemptId());
    assertEquals(before + 1, cluster.applications().size());
    assertEquals("sieve quickstart", last().getName());
  }

  private static Result sieve(String conf, String out, String... options) {
    List<String> arguments = new ArrayList<>(List.of("search", conf, "--no-export"));
    arguments.addAll(List.of("--out", cluster.uri(out), "--master", "yarn"));
    arguments.addAll(List.of("--driver-memory=1g", "--executor-memory=1g", "--num-executors=2"));
    arguments.addAll(List.of(options));
    return SieveProcess.run(cluster.environment(), arguments.toArray(String[]::new));
  }

  private static ApplicationReport last() {
    List<ApplicationReport> all = cluster.applications();
    return all.get(all.size() - 1);
  }

  private static void assertSame(String run) throws IOException {
    for (String table : List.of("trials.csv", "curves.csv", "predictions.csv")) {
      try (FSDataInputStream in = cluster.files().open(new org.apache.hadoop.fs.Path(run, table))) {
        assertEquals(
            Files.readString(folder.resolve("whole").resolve(table)),
            new String(in.readAllBytes(), StandardCharsets.UTF_8),
            table);
      }
    }
  }
}
