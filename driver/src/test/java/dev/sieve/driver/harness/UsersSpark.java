package dev.sieve.driver.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Spark as a user has installed it, with all of its jars in one folder: links to those that the
 * build fetches.
 *
 * @param home what {@code SPARK_HOME} names
 */
public record UsersSpark(Path home) implements AutoCloseable {
  /** What {@code bin/spark-submit} of a distribution does, in its essence. */
  private static final String SPARK_SUBMIT =
      """
      #!/usr/bin/env bash
      command=()
      while IFS= read -r -d '' element; do command+=("$element"); done < <(java \
        -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@")
      command[1]=${command[1]#$'\\n'}
      echo "the user's own spark-submit" >&2
      exec "${command[@]:1}"
      """;

  /** Returns one in {@code home}, which is created. */
  public static UsersSpark at(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("jars"));
    Files.createFile(home.resolve("RELEASE"));
    for (String folder : List.of("jars", "yarn")) {
      try (Stream<Path> jars = Files.list(Checkout.sparkHome().resolve(folder))) {
        for (Path jar : jars.toList()) {
          Files.createSymbolicLink(home.resolve("jars").resolve(jar.getFileName()), jar);
        }
      }
    }
    UsersSpark spark = new UsersSpark(home);
    Files.writeString(spark.submit(), SPARK_SUBMIT);
    Files.setPosixFilePermissions(spark.submit(), PosixFilePermissions.fromString("rwxr-xr-x"));
    return spark;
  }

  /** Returns its {@code spark-submit}. */
  public Path submit() {
    return home.resolve("bin/spark-submit");
  }

  @Override
  public void close() {
    Scratch.delete(home);
  }

  /** Returns the variables by which it is found. */
  public Map<String, String> environment() {
    return Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13");
  }
}
