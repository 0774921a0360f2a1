package dev.sieve.driver.run;

import dev.sieve.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.package$;

/**
 * What a driver is, and runs on.
 *
 * @param sieve version, and {@code spark}'s, {@code java}'s
 * @param blas name of what multiplies matrices
 * @param cpu model of the processor
 * @param os name and version
 * @param architecture family of the processor; null in runs of earlier versions
 */
public record Platform(
    String sieve,
    String spark,
    String java,
    String blas,
    String cpu,
    String os,
    String architecture) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** Returns that of this JVM, which runs version {@code sieve} with {@code engine}. */
  public static Platform here(String sieve, Engine engine) {
    return new Platform(
        sieve,
        package$.MODULE$.SPARK_VERSION(),
        System.getProperty("java.runtime.version"),
        engine.products().name(),
        processor(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }

  /** Returns the processor's model where the system tells it, otherwise its architecture. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /**
   * Returns what differs from {@code earlier} so that the last digits of results may: {@code Java
   * 17, now 21}. Empty where nothing does.
   */
  public List<String> differences(Platform earlier) {
    List<String> found = new ArrayList<>();
    compare("Sieve", earlier.sieve, sieve, found);
    compare("Java", feature(earlier.java), feature(java), found);
    compare("architecture", earlier.architecture, architecture, found);
    return found;
  }

  private static void compare(String name, String earlier, String now, List<String> found) {
    if (earlier != null && !earlier.equals(now)) {
      found.add(name + " " + earlier + ", now " + now);
    }
  }

  /** Returns {@code 17} of {@code 17.0.12+7}. */
  private static String feature(String version) {
    return version == null ? null : version.split("[.+-]", 2)[0];
  }
}
