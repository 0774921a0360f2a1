package dev.sieve.driver.submit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class ClusterPathsTest {
  private static final String CONF =
      """
      search {
        data { source = cifar10, path = "%s" }
        checkpoint-every = 5 minutes
        checkpoint-path = "%s"
        training { epochs = 1 }
        stages = [only]
        stage.only { space { l2 = [0.001] } }
      }
      """;

  private final Configuration local = new Configuration(false);

  @Test
  void uris_areTakenAtTheirWord() {
    assertDoesNotThrow(
        () ->
            ClusterPaths.check(
                conf("hdfs://a/data", "file:/shared"),
                "s3a://b/run",
                List.of("hdfs://a/run"),
                local));
  }

  @Test
  void pathsWithoutOne_areNamedAllAtOnce() {
    UserError refusal =
        assertThrows(
            UserError.class,
            () ->
                ClusterPaths.check(conf("data", "states"), "runs/my", List.of("runs/old"), local));
    assertTrue(
        refusal
            .getMessage()
            .contains(
                "--out must be a URI, but was 'runs/my'; --reuse must be a URI, but was 'runs/old';"
                    + " data.path must be a URI, but was 'data';"
                    + " checkpoint-path must be a URI, but was 'states'"),
        refusal.getMessage());
  }

  @Test
  void pathsOfTheClustersOwnFileSystem_needNone() {
    Configuration hdfs = new Configuration(false);
    hdfs.set("fs.defaultFS", "hdfs://namenode");
    assertDoesNotThrow(
        () -> ClusterPaths.check(conf("data", "states"), "runs/my", List.of("runs/old"), hdfs));
  }

  @Test
  void dataOnASharedDisk_isNotLookedForHere() {
    assertFalse(ClusterPaths.dataIsSeenHere(conf("file:/shared/data", "file:/shared")));
    assertTrue(ClusterPaths.dataIsSeenHere(conf("hdfs://a/data", "file:/shared")));
  }

  /** What a driver on the cluster reads is the search that the client read. */
  @Test
  void resolvedConf_isTheSameSearch() {
    SearchConf here = conf("hdfs://a/data", "file:/shared");
    String shipped = ShippedConf.of(here.resolved());
    SearchConf there =
        ConfFile.parse(ShippedConf.text(shipped), "shipped.conf", List.of(), Map.of());
    assertEquals(here.identity(), there.identity());
    assertEquals(here.resolved(), there.resolved());
  }

  private static SearchConf conf(String data, String checkpoints) {
    return ConfFile.parse(CONF.formatted(data, checkpoints), "my.conf", List.of(), Map.of());
  }
}
