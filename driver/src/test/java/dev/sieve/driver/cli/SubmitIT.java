package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.UsersSpark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code submit/sieve} itself: what it finds, what it refuses, what it passes on. */
class SubmitIT {
  @TempDir Path temporary;

  @Test
  void version_namesSieveSparkAndJava() {
    Result result = SieveProcess.run("--version");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(
        result.stdout().matches("(?s)Sieve \\d\\S+\nSpark 4\\.2\\.\\d+\nJava \\S+\n"),
        result.stdout());
  }

  @Test
  void noCommand_listsTheCommands() {
    Result result = SieveProcess.run();
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("Commands:"), result.stdout());
  }

  @Test
  void unknownCommand_isTheUsersMistake() {
    Result result = SieveProcess.run("serch", "--master", "local[1]");
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(
        result.stderr().contains("there is no command 'serch'; the commands are"), result.stderr());
  }

  @Test
  void plan_startsNoSpark_andTakesNoneOfItsOptions() {
    String conf = Checkout.root().resolve("conf/quickstart.conf").toString();
    Result result = SieveProcess.run("plan", conf);
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("submit/sieve search " + conf), result.stdout());
    Result refused = SieveProcess.run("plan", conf, "--executor-memory", "1g");
    assertEquals(2, refused.exit(), refused.stderr());
    assertTrue(refused.stderr().contains("not Spark's options"), refused.stderr());
  }

  /** The class archive is made of it, behind which no message would be seen. */
  @Test
  void warmUp_searchesAndAsks() {
    Result result = SieveProcess.run("warm-up", "--master", "local[2]");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("Final model"), result.stdout());
    assertTrue(result.stdout().contains("train_accuracy"), result.stdout());
  }

  @Test
  void unreachableMaster_isRefusedWithinSeconds_andNamed() throws IOException {
    String master = "spark://127.0.0.1:" + closedPort();
    Result result = SieveProcess.run("warm-up", "--master", master);
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(result.stderr().contains("no Spark master answers at 127.0.0.1:"), result.stderr());
    assertFalse(result.stderr().contains("\tat "), result.stderr());
  }

  @Test
  void interruption_hasTheShellsCode() {
    Map<String, String> loud = Map.of("SIEVE_LOG", "info");
    try (SieveProcess sieve = SieveProcess.start(Checkout.root(), loud, "warm-up")) {
      sieve.awaitStderr("Running Spark version", Duration.ofMinutes(2));
      sieve.interrupt();
      assertEquals(130, sieve.finish(Duration.ofMinutes(1)).exit());
    }
  }

  @Test
  void impossibleMaster_isRefused() {
    Result result = SieveProcess.run("search", "--master=nowhere");
    assertEquals(2, result.exit());
    assertTrue(result.stderr().contains("but was 'nowhere'"), result.stderr());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search x --deploy-mode sideways                          | --deploy-mode must be client or cluster, but was 'sideways'
          search x --deploy-mode=cluster                           | --deploy-mode cluster needs --master yarn, spark://HOST:PORT or k8s://URL
          search x --master=local[2] --deploy-mode=cluster         | but was 'local[2]'
          sql x y --master=spark://a:1 --deploy-mode cluster       | --deploy-mode cluster is for search, but the command was 'sql'
          sql x y --conf spark.submit.deployMode=cluster           | --deploy-mode cluster is for search
          search x --master=k8s://a --deploy-mode=cluster          | --master k8s://a needs an image
          search x --remote sc://a                                 | Spark Connect (--remote) sends queries
          search x --master yarn                                   | --master yarn needs HADOOP_CONF_DIR
          """)
  void whatASearchCannotRunOn_isRefusedByName(String arguments, String message) {
    Result result = SieveProcess.run(arguments.split(" +"));
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(result.stderr().contains(message), result.stderr());
    assertEquals("", result.stdout());
  }

  @Test
  void anotherSpark_isRefusedByName() throws IOException {
    Files.createDirectories(temporary.resolve("jars"));
    Files.createFile(temporary.resolve("jars/spark-core_2.12-3.5.1.jar"));
    Result result = SieveProcess.run(Map.of("SPARK_HOME", temporary.toString()), "--version");
    assertEquals(2, result.exit());
    assertTrue(result.stderr().contains("is Spark 3.5.1 for Scala 2.12"), result.stderr());
  }

  @Test
  void usersSpark_isUsed_andPassesTheExitCode() throws IOException {
    try (UsersSpark spark = UsersSpark.at(temporary.resolve("a spark"))) {
      Result result = SieveProcess.run(spark.environment(), "serch", "--master", "local[1]");
      assertEquals(2, result.exit(), result.stderr());
      assertTrue(result.stderr().contains("the user's own spark-submit"), result.stderr());
      assertTrue(result.stderr().contains("there is no command 'serch'"), result.stderr());
    }
  }

  @Test
  void link_findsTheCheckout_fromAnyFolder() throws IOException {
    Path link = temporary.resolve("my sieve");
    Files.createSymbolicLink(link, Checkout.root().resolve("submit/sieve"));
    try (SieveProcess sieve = SieveProcess.start(link, temporary, Map.of(), "serch")) {
      Result result = sieve.finish(Duration.ofMinutes(1));
      assertEquals(2, result.exit(), result.stderr());
      assertFalse(result.stderr().contains("WARN "), result.stderr());
    }
    Files.delete(link);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
