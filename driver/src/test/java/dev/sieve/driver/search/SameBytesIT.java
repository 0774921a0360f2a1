package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.StandaloneCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise that a table does not depend on where and how its trials were trained. */
class SameBytesIT {
  private static final int PACK = 4; // column of executions.csv
  private static final int EXECUTOR = 10;
  private static final int KERNELS = 11;

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void oneCore() {
    search = SmallSearch.in(folder);
    search.succeed("one-core", "--master=local[1]");
    assertEquals(1 + SmallSearch.TRIALS, search.read("one-core", "trials.csv").lines().count());
  }

  @Test
  void twoCores_haveTheBytesOfOne() {
    search.succeed("two-cores", "--master=local[2]");
    search.assertSameTables("one-core", "two-cores");
    assertNotEquals(column("one-core", PACK), column("two-cores", PACK));
  }

  @Test
  void trialsAlone_haveTheBytesOfPacks() {
    search.succeed("alone", "--master=local[2]", "--set", "packing.size=1");
    search.assertSameTables("one-core", "alone");
    assertEquals(SmallSearch.TRIALS, Set.copyOf(column("alone", PACK)).size());
    assertTrue(Set.copyOf(column("one-core", PACK)).size() < SmallSearch.TRIALS);
  }

  /** Other tiles of the products, and the same sums. */
  @Test
  void narrowerVectors_haveTheSameBytes() {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "needs an x86-64 processor");
    search.succeed("avx2", "--master=local[2]", "--driver-java-options", "-XX:UseAVX=2");
    search.assertSameTables("one-core", "avx2");
    assertEquals(Set.of("vector-256"), Set.copyOf(column("avx2", KERNELS)));
  }

  @Test
  void localCluster_hasTheBytesOfOneCore() {
    search.succeed("local-cluster", "--master=local-cluster[2,1,1024]");
    search.assertSameTables("one-core", "local-cluster");
    assertEquals(Set.of("0", "1"), Set.copyOf(column("local-cluster", EXECUTOR)));
  }

  /** Two executors train what one core has not. */
  @Test
  void trialsOfAnotherMaster_areTakenOver() {
    search.succeed("more", "--master=local[2]", "--set", "stage.fine.trials=6");
    String summary =
        search
            .succeed(
                "reused",
                "--master=local-cluster[2,1,1024]",
                "--set=stage.fine.trials=6",
                "--reuse",
                search.run("one-core").toString())
            .stdout();
    search.assertSameTables("more", "reused");
    assertTrue(summary.contains("\nReused: 12 of 15 trials, 24 of 30 trial-epochs, from"), summary);
  }

  @Test
  @Tag("clusters")
  void standaloneCluster_hasTheBytesOfOneCore() {
    try (StandaloneCluster cluster = StandaloneCluster.start(2)) {
      search.succeed("standalone", "--master=" + cluster.master(), "--executor-memory", "1g");
    }
    search.assertSameTables("one-core", "standalone");
    assertEquals(Set.of("0", "1"), Set.copyOf(column("standalone", EXECUTOR)));
  }

  /** Returns a column of {@code executions.csv}, whose first columns never need quotes. */
  private static List<String> column(String run, int column) {
    return search
        .read(run, "executions.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[column])
        .collect(Collectors.toList());
  }
}
