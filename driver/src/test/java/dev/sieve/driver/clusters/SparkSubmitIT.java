package dev.sieve.driver.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.StandaloneCluster;
import dev.sieve.driver.harness.UsersSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spark-submit … sieve.jar search …}, as job servers and operators type it. */
@Tag("clusters")
class SparkSubmitIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 4000, validation = 500, synthetic { train = 5000, test = 100 } }
        training { hidden = [50], batch-size = 50, epochs = 2, schedule { type = constant, eta = 0.05 } }
        stages = [only]
        stage.only { sampler = random, trials = 4, space { l2 { log-uniform = [1e-5, 1e-2] } } }
      }
      """;

  private static final String SLOWER = "training is several times slower";

  @TempDir static Path folder;
  private static UsersSpark spark;
  private static SmallSearch search;

  @BeforeAll
  static void install() throws IOException {
    spark = UsersSpark.at(folder.resolve("a spark"));
    search = SmallSearch.in(folder, CONF);
  }

  @AfterAll
  static void remove() {
    spark.close();
  }

  @Test
  void onThisMachine_givesTheTablesOfTheScript_andWarnsOfNothing() {
    assertAsByTheScript("local[2]");
  }

  @Test
  void onAStandaloneCluster_givesTheTablesOfTheScript_andWarnsOfNothing() {
    try (StandaloneCluster cluster = StandaloneCluster.start(2)) {
      assertAsByTheScript(cluster.master());
    }
  }

  @Test
  void mistake_hasTheScriptsExitCode() {
    Result result = submit("local[2]", "mistake", List.of(), "--set", "seed=x");
    assertEquals(2, result.exit(), result.stderr());
  }

  @Test
  void otherCollector_isWarnedOf_withTheOptionAndItsCost() {
    Result result =
        submit(
            "local[2]",
            "serial",
            List.of("--driver-java-options", "-XX:+UseSerialGC"),
            "--set=training.epochs=1");
    assertEquals(0, result.exit(), result.stderr());
    assertEquals(1, result.stderr().split("training takes up to a fifth longer", -1).length - 1);
    assertTrue(result.stderr().contains("-XX:LoopStripMiningIter=1000"), result.stderr());
  }

  /** A job server has started its JVM before it knows of Sieve. */
  @Test
  void jvmWithoutVectors_isWarnedOf_withTheOptionAndItsCost() {
    List<String> arguments =
        new ArrayList<>(
            Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> !option.contains("incubator"))
                .toList());
    arguments.addAll(List.of("-Dspark.master=local[2]", "-cp"));
    arguments.add(Checkout.jar() + ":" + Checkout.sparkHome() + "/jars/*");
    arguments.addAll(List.of("dev.sieve.driver.cli.Sieve", "search", search.conf().toString()));
    arguments.addAll(List.of("--set=training.epochs=1", "--out", search.run("plain").toString()));
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    try (SieveProcess process =
        SieveProcess.start(java, folder, Map.of(), arguments.toArray(String[]::new))) {
      Result result = process.finish(PATIENCE);
      assertEquals(0, result.exit(), result.stderr());
      assertEquals(1, result.stderr().split(SLOWER, -1).length - 1, result.stderr());
      assertTrue(result.stderr().contains("--add-modules jdk.incubator.vector"), result.stderr());
    }
  }

  private static void assertAsByTheScript(String master) {
    String name = master.replaceAll("\\W", "");
    search.succeed(name, options(master));
    Result result = submit(master, name + "-plain", List.of());
    assertEquals(0, result.exit(), result.stderr());
    assertFalse(result.stderr().contains("training takes"), result.stderr());
    assertFalse(result.stderr().contains(SLOWER), result.stderr());
    search.assertSameTables(name, name + "-plain");
  }

  private static String[] options(String master) {
    return new String[] {"--master=" + master, "--driver-memory=1g", "--executor-memory=1g"};
  }

  private static Result submit(String master, String run, List<String> spark, String... arguments) {
    List<String> all = new ArrayList<>(List.of(options(master)));
    all.addAll(spark);
    all.addAll(List.of(Checkout.jar().toString(), "search", search.conf().toString()));
    all.addAll(List.of("--out", search.run(run).toString()));
    all.addAll(List.of(arguments));
    Map<String, String> environment = new HashMap<>(SparkSubmitIT.spark.environment());
    try (SieveProcess process =
        SieveProcess.start(
            SparkSubmitIT.spark.submit(), folder, environment, all.toArray(String[]::new))) {
      return process.finish(PATIENCE);
    }
  }
}
