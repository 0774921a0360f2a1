package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches by each of the libraries that netlib calls. */
@Tag("clusters")
class EnginesIT {
  private static final String NETLIB = "--set=engine=netlib";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bundled", "system", "vector", "java"})
  void aSearch_hasTheSameTables_onOneCoreAndOnTwo(String library) {
    SmallSearch search = SmallSearch.in(folder);
    String chosen = "--set=netlib.library=" + library;
    Result one = search.end("one", NETLIB, chosen, "--master=local[1,4]");
    assumeTrue(
        !library.equals("system") || !one.stderr().contains("does not load"),
        "needs a BLAS of the system: " + one.stderr());
    assertEquals(0, one.exit(), one.stderr());
    search.succeed("two", NETLIB, chosen);
    search.assertSameTables("one", "two");
    assertTrue(search.read("two", "executions.csv").contains("netlib " + library));
  }

  @Test
  void executorsOfACluster_giveTheBitsOfTheDriver() throws IOException {
    SmallSearch search = SmallSearch.in(folder);
    search.succeed("here", NETLIB);
    search.succeed("cluster", NETLIB, "--master=local-cluster[2,1,1024]", "--jars=" + jars());
    search.assertSameTables("here", "cluster");
  }

  private static String jars() throws IOException {
    try (Stream<Path> jars = Files.list(Checkout.root().resolve("worker-lib/target/openblas"))) {
      return jars.map(Path::toString).collect(Collectors.joining(","));
    }
  }

  @Test
  void executorsWithoutTheLibrary_endTheSearch_withTheReason() {
    SmallSearch search = SmallSearch.in(folder);
    Result result = search.end("run", NETLIB, "--master=local-cluster[2,1,1024]");
    assertTrue(result.exit() != 0);
    assertTrue(result.stderr().contains("its jars are not on the class path"), result.stderr());
  }
}
