package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.UsersSpark;
import dev.sieve.driver.harness.YarnCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick start on a real YARN of one node, without an installation of Spark. */
@Tag("clusters")
class YarnIT {
  private static final String QUICKSTART =
      Checkout.root().resolve("conf/quickstart.conf").toString();

  private static final String FAILING =
      """
      search {
        data { source = synthetic, train = 200, validation = 50, synthetic { train = 300, test = 50 } }
        training { hidden = [5], batch-size = 50, epochs = 1, schedule { type = constant, eta = 1e6 } }
        stages = [only]
        stage.only { space { l2 = [0.001, 0.01] } }
      }
      """;

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
    assertEquals(FinalApplicationStatus.SUCCEEDED, cluster.lastStatus());
    assertEquals("sieve quickstart", last().getName());
  }

  @Test
  void clusterMode_givesTheBytesOfOneMachine_onceAndWell() throws IOException {
    int before = cluster.applications().size();
    Result result = sieve(QUICKSTART, "/cluster", "--deploy-mode", "cluster");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("Final model"), result.stdout());
    assertSame("/cluster");
    assertEquals(FinalApplicationStatus.SUCCEEDED, cluster.lastStatus());
    assertEquals(1, last().getCurrentApplicationAttemptId().getAttemptId());
    assertEquals(before + 1, cluster.applications().size());
    assertEquals("sieve quickstart", last().getName());
  }

  @Test
  void usersOwnSpark_inClusterMode_givesTheBytesOfOneMachine() throws IOException {
    try (UsersSpark spark = UsersSpark.at(folder.resolve("a spark"))) {
      Map<String, String> environment = new HashMap<>(spark.environment());
      environment.putAll(cluster.environment());
      Result result = sieve(environment, QUICKSTART, "/own", "--deploy-mode", "cluster");
      assertEquals(0, result.exit(), result.stderr());
      assertTrue(result.stderr().contains("the user's own spark-submit"), result.stderr());
    }
    assertSame("/own");
    assertEquals(FinalApplicationStatus.SUCCEEDED, cluster.lastStatus());
  }

  /** Spark's jars are uploaded by the first search alone. */
  @Test
  void sparksJars_areUploadedOnce() throws IOException {
    assertEquals(0, sieve(QUICKSTART, "/first").exit());
    FileStatus[] uploaded = archives();
    assertEquals(1, uploaded.length);
    assertEquals(0, sieve(QUICKSTART, "/second", "--deploy-mode", "cluster").exit());
    assertEquals(1, archives().length);
    assertEquals(uploaded[0].getModificationTime(), archives()[0].getModificationTime());
  }

  private static FileStatus[] archives() throws IOException {
    return cluster
        .files()
        .globStatus(
            new org.apache.hadoop.fs.Path(
                cluster.files().getHomeDirectory(), ".sieve/spark-*.zip*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "cluster"})
  void mistakeInTheConf_isFoundBeforeAnyContainerStarts(String mode) {
    int before = cluster.applications().size();
    Result result =
        sieve(QUICKSTART, "/mistake", "--deploy-mode", mode, "--set", "training.epochs=0");
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(result.stderr().contains("epochs"), result.stderr());
    assertEquals(before, cluster.applications().size());
  }

  /**
   * The client cannot look at a disk that it does not mount; the driver then says what is wrong.
   */
  @Test
  void mistakeThatOnlyTheDriverSees_isTheUsers_atTheClientToo() throws IOException {
    Result result =
        sieve(
            QUICKSTART,
            "/unseen",
            "--deploy-mode=cluster",
            "--conf=spark.yarn.maxAppAttempts=1",
            "--set=data.source=cifar10",
            "--set=data.path=file:/nowhere");
    assertEquals(2, result.exit(), result.stderr());
    String message = "data path must exist, but there is no file:/nowhere";
    assertTrue(result.stderr().contains(message), result.stderr());
    assertFailedWith(2);
    assertTrue(cluster.logs().contains(message), "the container's log says it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "cluster"})
  void stageWithoutAnyCompletedTrial_isAFailure(String mode) throws IOException {
    Path conf = Files.writeString(folder.resolve("failing.conf"), FAILING);
    Result result =
        sieve(
            conf.toString(),
            "/failing-" + mode,
            "--deploy-mode=" + mode,
            "--conf=spark.yarn.maxAppAttempts=1");
    assertEquals(1, result.exit(), result.stderr());
    assertTrue(
        result.stderr().contains("no trial of stage only completed: 2 × DIVERGED"),
        result.stderr());
    if (mode.equals("cluster")) {
      assertFailedWith(1);
    } else {
      assertEquals(FinalApplicationStatus.FAILED, cluster.lastStatus());
    }
  }

  @Test
  void report_ofARunOnHdfs_liesBesideIt() throws IOException {
    Path conf = Files.writeString(folder.resolve("reported.conf"), FAILING.replace("1e6", "0.1"));
    List<String> arguments =
        new ArrayList<>(List.of("search", conf.toString(), "--out", cluster.uri("/reported")));
    arguments.addAll(List.of("--master=local[2]", "--driver-memory=1g"));
    Result result = SieveProcess.run(cluster.environment(), arguments.toArray(String[]::new));
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(
        result.stdout().contains("Report: " + cluster.uri("/reported/report/report.html")),
        result.stdout());
    org.apache.hadoop.fs.Path page = new org.apache.hadoop.fs.Path("/reported/report/report.html");
    assertTrue(cluster.files().getFileStatus(page).getLen() > 1_000_000);
  }

  private static void assertFailedWith(int exit) {
    assertEquals(FinalApplicationStatus.FAILED, cluster.lastStatus());
    String diagnostics = last().getDiagnostics();
    assertTrue(diagnostics.contains("User application exited with status " + exit), diagnostics);
  }

  private static Result sieve(String conf, String out, String... options) {
    return sieve(cluster.environment(), conf, out, options);
  }

  private static Result sieve(
      Map<String, String> environment, String conf, String out, String... options) {
    List<String> arguments = new ArrayList<>(List.of("search", conf, "--no-export"));
    arguments.addAll(List.of("--out", cluster.uri(out), "--master", "yarn"));
    arguments.addAll(List.of("--driver-memory=1g", "--executor-memory=1g", "--num-executors=2"));
    arguments.addAll(List.of(options));
    return SieveProcess.run(environment, arguments.toArray(String[]::new));
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
