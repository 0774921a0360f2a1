package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.StandaloneCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkStartIT {
  @TempDir Path temporary;

  @Test
  void localFiles_haveNoChecksums() throws IOException {
    try (SparkSession spark = SparkStart.session("test", conf("local[1,4]"))) {
      spark.range(3).coalesce(1).write().csv(temporary.resolve("table").toString());
    }
    assertEquals(List.of(), checksums(temporary));
  }

  @Test
  @Tag("clusters")
  void cluster_runsTasksOnEachWorker_writesNoChecksums_andLeavesNoProcess() throws IOException {
    List<Process> processes = new ArrayList<>();
    try (StandaloneCluster cluster = StandaloneCluster.start(2);
        SparkSession spark = SparkStart.session("test", clusterConf(cluster))) {
      processes.addAll(cluster.workers());
      processes.add(cluster.masterProcess());
      assertTrue(processes.stream().allMatch(Process::isAlive));
      Executors executors = new Executors();
      spark.sparkContext().addSparkListener(executors);
      spark.range(0, 100, 1, 4).write().csv(temporary.resolve("table").toString());
      spark.stop(); // the listener has seen every event by now
      assertEquals(Set.of("0", "1"), executors.ids);
    }
    assertTrue(processes.stream().noneMatch(Process::isAlive));
    assertEquals(List.of(), checksums(temporary));
  }

  private static SparkConf clusterConf(StandaloneCluster cluster) {
    return conf(cluster.master())
        .set("spark.jars", Checkout.jar().toString())
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.executor.memory", "512m")
        .set("spark.cores.max", "2")
        .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
        .set("spark.locality.wait", "0s");
  }

  private static SparkConf conf(String master) {
    return new SparkConf(false).setMaster(master);
  }

  private static List<Path> checksums(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".crc")).toList();
    }
  }

  /** Collects the ids of the executors that ran a task. */
  private static final class Executors extends SparkListener {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      ids.add(end.taskInfo().executorId());
    }
  }
}
