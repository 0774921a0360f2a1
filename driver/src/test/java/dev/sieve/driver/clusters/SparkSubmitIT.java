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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern SPEED = Pattern.compile("([0-9.]+) trial-epochs/s");

  /** One stage that trains for seconds. */
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 4000, validation = 500, synthetic { train = 5000, test = 100 } }
        training { hidden = [50], batch-size = 50, epochs = 8, schedule { type = constant, eta = 0.05 } }
        stages = [only]
        stage.only { sampler = random, trials = 16, space { l2 { log-uniform = [1e-5, 1e-2] } } }
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
  void onThisMachine_isAsFastAsTheScript_andWarnsOfNothing() {
    assertAsFast("local[2]");
  }

  @Test
  void onAStandaloneCluster_isAsFastAsTheScript() {
    try (StandaloneCluster cluster = StandaloneCluster.start(2)) {
      assertAsFast(cluster.master());
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

  /** The machine is not ours alone: the best of up to five runs each. */
  private static void assertAsFast(String master) {
    double plain = 0;
    double script = 0;
    for (int i = 0; i < 5 && (i == 0 || plain < 0.95 * script); i++) {
      String name = master.replaceAll("\\W", "") + i;
      script = Math.max(script, speed(search.succeed(name, options(master))));
      Result result = submit(master, name + "-plain", List.of());
      assertEquals(0, result.exit(), result.stderr());
      assertFalse(result.stderr().contains("training takes"), result.stderr());
      assertFalse(result.stderr().contains(SLOWER), result.stderr());
      search.assertSameTables(name, name + "-plain");
      plain = Math.max(plain, speed(result));
    }
    assertTrue(plain >= 0.95 * script, plain + " of " + script + " trial-epochs/s");
  }

  private static String[] options(String master) {
    return new String[] {"--master=" + master, "--driver-memory=1g", "--executor-memory=1g"};
  }

  private static double speed(Result result) {
    Matcher matcher = SPEED.matcher(result.stdout() + result.stderr());
    double last = 0;
    while (matcher.find()) {
      last = Double.parseDouble(matcher.group(1));
    }
    assertTrue(last > 0, result.stdout());
    return last;
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
