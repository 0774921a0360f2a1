package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.Signal;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.YarnCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.apache.hadoop.yarn.api.records.NodeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Containers and a node manager of a real YARN of two nodes are killed while it searches. */
@Tag("clusters")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YarnFaultsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final String EXECUTOR = "YarnCoarseGrainedExecutorBackend";
  private static final String DRIVER = "deploy.yarn.ApplicationMaster";

  @TempDir static Path folder;
  private static SmallSearch search;
  private static YarnCluster cluster;

  @BeforeAll
  static void undisturbed() throws IOException {
    search = SmallSearch.in(folder, SmallSearch.CONF.replace("epochs = 2", "epochs = 40"));
    search.succeed("whole");
    cluster = YarnCluster.start(2);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** What is done to the cluster while it is at work. */
  private interface Fault {
    void strike();
  }

  @Test
  @Order(1)
  void killedExecutorContainer_isReplaced() {
    survive("executor", () -> strike(Signal.KILL, EXECUTOR));
  }

  @Test
  @Order(2)
  void preemptedExecutor_leaves() {
    survive(
        "preempted",
        () -> strike(Signal.PWR, EXECUTOR),
        "--conf",
        "spark.decommission.enabled=true");
  }

  /** The second driver goes on from the journal of the first. */
  @Test
  @Order(3)
  void killedApplicationMaster_isStartedAgain_andGoesOn() {
    survive("master", () -> strike(Signal.KILL, DRIVER), "--deploy-mode=cluster");
    assertEquals(2, last().getCurrentApplicationAttemptId().getAttemptId());
  }

  @Test
  @Order(4)
  void lostNodeManager_leavesItsPacksToTheOther() {
    survive("node", () -> cluster.yarn().getNodeManager(withoutMaster()).stop());
  }

  /** Returns which node does not run the application master of the search. */
  private static int withoutMaster() {
    NodeId master =
        cluster
            .yarn()
            .getResourceManager()
            .getRMContext()
            .getRMApps()
            .get(last().getApplicationId())
            .getCurrentAppAttempt()
            .getMasterContainer()
            .getNodeId();
    return cluster.yarn().getNodeManager(0).getNMContext().getNodeId().equals(master) ? 1 : 0;
  }

  private static void survive(String run, Fault fault, String... options) {
    List<String> all = new ArrayList<>(List.of("search", search.conf().toString(), "--no-export"));
    all.addAll(List.of("--out", "file:" + search.run(run), "--set", "packing.size=1"));
    all.addAll(List.of("--master=yarn", "--num-executors=2", "--executor-memory=1g"));
    all.addAll(List.of("--driver-memory=1g"));
    all.addAll(List.of(options));
    try (SieveProcess sieve =
        SieveProcess.start(Checkout.root(), cluster.environment(), all.toArray(String[]::new))) {
      sieve.await("pack", () -> search.packsInJournal(run) > 0, PATIENCE);
      fault.strike();
      Result result = sieve.finish(PATIENCE);
      assertEquals(0, result.exit(), result.stderr());
    }
    search.assertSameTables("whole", run);
    assertEquals(FinalApplicationStatus.SUCCEEDED, cluster.lastStatus());
  }

  private static void strike(Signal signal, String main) {
    signal.send(YarnCluster.containers(main).get(0).pid());
  }

  private static ApplicationReport last() {
    List<ApplicationReport> all = cluster.applications();
    return all.get(all.size() - 1);
  }
}
