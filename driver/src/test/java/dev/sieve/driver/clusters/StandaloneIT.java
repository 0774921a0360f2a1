package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.StandaloneCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches whose driver runs on a worker of a real standalone cluster: cluster mode. */
@Tag("clusters")
class StandaloneIT {
  @TempDir static Path folder;
  private static SmallSearch search;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() {
    search = SmallSearch.in(folder);
    search.succeed("whole");
    cluster = StandaloneCluster.start(2); // one for the driver, one for its executor
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** The file that the conf includes and the variable are on the client alone. */
  @Test
  void clusterMode_shipsOneConf_andGivesTheBytesOfOneMachine() throws IOException {
    String text = SmallSearch.CONF.replace("seed = 7", "seed = ${SEED}");
    Files.writeString(folder.resolve("variable.conf"), text);
    Path conf =
        Files.writeString(
            folder.resolve("including.conf"), "include \"variable.conf\"\nsearch.name = small");
    Result result =
        sieve(Map.of("SEED", "7"), conf, "file:" + search.run("cluster"), "--deploy-mode=cluster");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("Final model"), result.stdout());
    search.assertSameTables("whole", "cluster");
    try (var files = Files.list(search.run("cluster"))) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".ended")));
    }
  }

  @Test
  void driversExitCode_isTheClients() {
    String out = "file:" + search.run("unseen");
    Result mistake =
        sieve(
            Map.of(),
            search.conf(),
            out,
            "--deploy-mode=cluster",
            "--set=data.source=cifar10",
            "--set=data.path=file:/nowhere");
    assertEquals(2, mistake.exit(), mistake.stderr());
    assertTrue(mistake.stderr().contains("there is no file:/nowhere"), mistake.stderr());
  }

  @Test
  void pathsOfThisMachineAlone_areRefusedInOneMessage() {
    Result result =
        sieve(
            Map.of(),
            search.conf(),
            "runs/mine",
            "--deploy-mode=cluster",
            "--set=data.source=cifar10",
            "--set=data.path=data");
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(
        result
            .stderr()
            .contains(
                "--out must be a URI, but was 'runs/mine'; data.path must be a URI, but was 'data'"),
        result.stderr());
  }

  private static Result sieve(
      Map<String, String> environment, Path conf, String out, String... options) {
    List<String> arguments = new ArrayList<>(List.of("search", conf.toString(), "--no-export"));
    arguments.addAll(List.of("--out", out, "--master", cluster.master()));
    arguments.addAll(List.of("--driver-memory=1g", "--executor-memory=1g"));
    arguments.addAll(List.of(options));
    return SieveProcess.run(environment, arguments.toArray(String[]::new));
  }
}
