package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.KubernetesCluster;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches that ask Kubernetes for their executors, and for their driver: what they ask for is
 * right, and a process for each pod gives the bytes of one machine.
 */
@Tag("clusters")
class KubernetesIT {
  /** In the image: here, on this machine. */
  private static final String JAR = "local://" + Checkout.jar();

  @TempDir static Path folder;
  private static SmallSearch search;
  private KubernetesCluster cluster;

  @BeforeAll
  static void trainHere() {
    search = SmallSearch.in(folder);
    search.succeed("whole");
  }

  @BeforeEach
  void start() {
    cluster = KubernetesCluster.start();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void clientMode_asksForExecutors_andGivesTheBytesOfOneMachine() {
    Result result = sieve("client", "--conf=spark.driver.host=127.0.0.1");
    assertEquals(0, result.exit(), () -> result.stderr() + cluster.logs());
    search.assertSameTables("whole", "client");
    assertEquals(List.of(), cluster.pods("driver"));
    assertExecutors();
  }

  @Test
  void clusterMode_asksForADriver_whoseEndIsTheClients() {
    Result result = sieve("cluster", "--deploy-mode=cluster");
    assertEquals(0, result.exit(), () -> result.stderr() + cluster.logs());
    assertTrue(result.stdout().contains("Final model"), result.stdout());
    search.assertSameTables("whole", "cluster");
    assertEquals(1, cluster.pods("driver").size());
    Pod pod = cluster.pods("driver").get(0);
    assertEquals("sieve-small", pod.getMetadata().getLabels().get("spark-app-name"));
    Container driver = pod.getSpec().getContainers().get(0);
    assertEquals("registry/sieve", driver.getImage());
    assertTrue(driver.getArgs().contains("dev.sieve.driver.cli.Sieve"), driver.getArgs() + "");
    assertTrue(driver.getArgs().contains(JAR), driver.getArgs() + "");
    String properties = cluster.files(pod).get("spark.properties");
    assertTrue(properties.contains("spark.executor.instances=2\n"), properties);
    assertExecutors();
  }

  @Test
  void driversExitCode_isTheClients() {
    Result mistake =
        sieve(
            "unseen",
            "--deploy-mode=cluster",
            "--set=data.source=idx",
            "--set=data.path=file:/nowhere");
    assertEquals(2, mistake.exit(), () -> mistake.stderr() + cluster.logs());
    assertTrue(mistake.stderr().contains("there is no file:/nowhere"), mistake.stderr());
    assertEquals(List.of(), cluster.pods("executor"));
  }

  private void assertExecutors() {
    List<Pod> executors = cluster.pods("executor");
    assertEquals(2, executors.size());
    for (Pod pod : executors) {
      assertEquals("sieve-team", pod.getMetadata().getNamespace());
      Container container = pod.getSpec().getContainers().get(0);
      assertEquals("registry/sieve", container.getImage());
      assertEquals(List.of("executor"), container.getArgs());
      Map<String, Quantity> requests = container.getResources().getRequests();
      assertEquals(new Quantity("1"), requests.get("cpu"));
      assertEquals(new Quantity("896Mi"), requests.get("memory")); // 512 and Spark's overhead
    }
  }

  private Result sieve(String out, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("search", search.conf().toString(), "--no-export"));
    arguments.addAll(List.of("--out", "file:" + search.run(out), "--master", cluster.master()));
    arguments.addAll(List.of("--num-executors=2", "--executor-cores=1", "--executor-memory=512m"));
    arguments.add("--conf=spark.kubernetes.container.image=registry/sieve");
    arguments.add("--conf=spark.kubernetes.namespace=sieve-team");
    arguments.add("--conf=spark.sieve.jar=" + JAR);
    arguments.addAll(List.of(options));
    return SieveProcess.run(arguments.toArray(String[]::new));
  }
}
