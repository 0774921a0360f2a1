package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.StandaloneCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The real images, all of them, in the memory that a small machine has. */
@Tag("clusters")
@EnabledIfEnvironmentVariable(
    named = "CIFAR10_DIR",
    matches = ".+",
    disabledReason = "CIFAR10_DIR does not say where CIFAR-10's binary files are")
class Cifar10IT {
  private static final String CONF =
      """
      search {
        data { source = cifar10, train = 45000, validation = 5000 }
        training { hidden = [50], batch-size = 100, epochs = 1, schedule { type = constant } }
        stages = [only]
        stage.only.space { l2 = [0, 1e-3], schedule.eta = [0.01, 0.05] }
      }
      """;

  @TempDir Path folder;

  @Test
  void allImages_fitIntoTwoGigabytes_andExecutorsOfOne_withTheSameBytes() {
    SmallSearch search = SmallSearch.in(folder, CONF);
    search.succeed("local", "--driver-memory", "2g");
    assertEquals(1 + 4, search.read("local", "trials.csv").lines().count());
    try (StandaloneCluster cluster = StandaloneCluster.start(2)) {
      search.succeed(
          "cluster", "--master=" + cluster.master(), "--driver-memory=2g", "--executor-memory=1g");
    }
    search.assertSameTables("local", "cluster");
  }
}
