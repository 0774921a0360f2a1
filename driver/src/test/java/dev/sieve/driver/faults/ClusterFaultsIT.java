package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.Signal;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.StandaloneCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors, workers and the master of a real cluster are killed or paused while it searches. */
@Tag("faults")
class ClusterFaultsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> SLOWLY = List.of("--set", "packing.size=1");

  /** What notices a paused executor after ten seconds, not two minutes. */
  private static final List<String> IMPATIENT =
      List.of(
          "--conf", "spark.network.timeout=10s",
          "--conf", "spark.network.timeoutInterval=2s",
          "--conf", "spark.executor.heartbeatInterval=1s");

  @TempDir static Path folder;
  private static SmallSearch search;
  private static StandaloneCluster cluster;
  private static int strikes;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, SmallSearch.CONF.replace("epochs = 2", "epochs = 40"));
    search.succeed("whole");
    cluster = StandaloneCluster.start(2);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
    Counts.note(strikes + " executors, workers and masters killed, paused or decommissioned");
  }

  /** What is done to the cluster while it is at work. */
  private interface Fault {
    void strike(SieveProcess sieve);
  }

  @Test
  void killedExecutor_isReplaced() {
    survive("executor", sieve -> strike(Signal.KILL, cluster.executors().get(0)));
  }

  @Test
  void killedWorker_leavesItsPacksToTheOther() {
    survive(
        "worker",
        sieve -> {
          cluster.killWorker();
          strikes++;
        });
    cluster.replaceWorker();
  }

  /** The executors that are there suffice. */
  @Test
  void killedMaster_isNotNeededAnyMore() {
    survive(
        "master",
        sieve -> {
          cluster.killMaster();
          strikes++;
        });
    cluster.restartMaster();
  }

  /** No executor is left when the master comes back: it must know the search, and replace them. */
  @Test
  void killedMaster_thatIsStartedAgain_goesOnServing() {
    survive(
        "recovered",
        sieve -> {
          cluster.killMaster();
          strikes++;
          cluster.executors().forEach(executor -> strike(Signal.KILL, executor));
          sieve.awaitStderr(
              "no executor has been there for .*the same command continues", PATIENCE);
          cluster.restartMaster();
        });
  }

  @Test
  void pausedExecutor_isGivenUp() {
    ProcessHandle[] paused = new ProcessHandle[1];
    survive(
        "paused",
        sieve -> {
          paused[0] = cluster.executors().get(0);
          strike(Signal.STOP, paused[0]);
        },
        IMPATIENT.toArray(String[]::new));
    paused[0].destroyForcibly();
  }

  @Test
  void decommissionedExecutor_leaves() {
    survive(
        "decommissioned",
        sieve -> strike(Signal.PWR, cluster.executors().get(0)),
        "--conf",
        "spark.decommission.enabled=true");
  }

  @Test
  void slowExecutor_isOvertakenByACopy_andEachTrialHasOneRow() {
    survive(
        "speculation",
        sieve -> {
          ProcessHandle slow = cluster.executors().get(0);
          strike(Signal.STOP, slow);
          sieve.await("copy", () -> search.packsInJournal("speculation") >= 8, PATIENCE);
          Signal.CONT.send(slow.pid());
        },
        Stream.of(
                "spark.network.timeout=600s", // nobody else may come to the rescue
                "spark.speculation=true",
                "spark.speculation.efficiency.enabled=false", // it asks how many rows were read
                "spark.speculation.interval=100ms",
                "spark.speculation.quantile=0.1",
                "spark.speculation.minTaskRuntime=100ms")
            .flatMap(property -> Stream.of("--conf", property))
            .toArray(String[]::new));
    long trials = search.read("speculation", "executions.csv").lines().count() - 1;
    assertEquals(SmallSearch.TRIALS, trials);
    assertTrue(attempts("speculation").contains("1"), "no copy was made");
  }

  @Test
  void executorsThatComeAndGo_byDynamicAllocation_makeNoDifference() {
    survive(
        "dynamic",
        sieve -> {},
        Stream.of(
                "spark.dynamicAllocation.enabled=true",
                "spark.dynamicAllocation.minExecutors=0",
                "spark.dynamicAllocation.maxExecutors=2",
                "spark.dynamicAllocation.executorIdleTimeout=1s")
            .flatMap(property -> Stream.of("--conf", property))
            .toArray(String[]::new));
  }

  @Test
  void killedExecutor_ofALocalCluster_isReplaced() {
    List<String> options = new ArrayList<>(SLOWLY);
    options.add("--master=local-cluster[2,1,1024]");
    try (SieveProcess sieve = search.start("local", options.toArray(String[]::new))) {
      sieve.await("pack", () -> search.packsInJournal("local") > 0, PATIENCE);
      strike(Signal.KILL, sieve.executors().get(0));
      assertSurvived(sieve, "local");
    }
  }

  private static void survive(String run, Fault fault, String... options) {
    List<String> all = new ArrayList<>(SLOWLY);
    all.addAll(List.of("--master=" + cluster.master(), "--executor-memory", "1g"));
    all.addAll(List.of(options));
    try (SieveProcess sieve = search.start(run, all.toArray(String[]::new))) {
      sieve.await("pack", () -> search.packsInJournal(run) > 0, PATIENCE);
      fault.strike(sieve);
      assertSurvived(sieve, run);
    }
  }

  private static void assertSurvived(SieveProcess sieve, String run) {
    Result result = sieve.finish(PATIENCE);
    assertEquals(0, result.exit(), result.stderr());
    search.assertSameTables("whole", run);
  }

  private static void strike(Signal signal, ProcessHandle process) {
    signal.send(process.pid());
    strikes++;
  }

  private static List<String> attempts(String run) {
    return search
        .read(run, "executions.csv")
        .lines()
        .skip(1)
        .map(row -> row.split(",", -1)[3])
        .toList();
  }
}
