package dev.sieve.driver.submit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is handed to Spark's own {@code spark-submit}, in a process of its own.
 *
 * @param options Spark's, of which later ones win over earlier ones
 * @param jar Sieve's, as the cluster sees it
 * @param arguments Sieve's
 */
public record SparkSubmission(List<String> options, String jar, List<String> arguments) {
  /** The class that {@code spark-submit} starts. */
  public static final String MAIN = "dev.sieve.driver.cli.Sieve";

  /** Names the user's own {@code spark-submit}; without, this JVM's class path has Spark's. */
  private static final String SCRIPT = "sieve.spark-submit";

  private static final List<String> LOGGING = List.of("log4j2.configurationFile", "sieve.log");

  public SparkSubmission {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }

  /** Runs it to its end, and returns its exit code. */
  public int run() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(starter());
    command.addAll(options);
    command.addAll(List.of("--class", MAIN, jar));
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static List<String> starter() {
    String script = System.getProperty(SCRIPT);
    if (script != null) {
      return List.of(script);
    }
    Stream<String> java =
        Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx1g");
    Stream<String> logging =
        LOGGING.stream()
            .filter(name -> System.getProperty(name) != null)
            .map(name -> "-D" + name + "=" + System.getProperty(name));
    Stream<String> spark =
        Stream.of(
            "-cp", System.getProperty("java.class.path"), "org.apache.spark.deploy.SparkSubmit");
    return Stream.of(java, logging, spark).flatMap(part -> part).toList();
  }
}
