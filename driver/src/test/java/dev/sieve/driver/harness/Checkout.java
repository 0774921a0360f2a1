package dev.sieve.driver.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the things under test lie. */
public final class Checkout {
  private Checkout() {}

  /** Returns the folder that holds {@code submit/sieve}: the working directory or one above it. */
  public static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("submit/sieve")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no folder above holds submit/sieve"));
  }

  /** Returns the Spark home that the build assembles. */
  public static Path sparkHome() {
    return root().resolve("driver/target/spark-home");
  }

  /** Returns the jar that {@code spark-submit} gets. */
  public static Path jar() {
    return root().resolve("driver/target/sieve.jar");
  }
}
