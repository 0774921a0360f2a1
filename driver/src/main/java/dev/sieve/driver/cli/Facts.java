package dev.sieve.driver.cli;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.Provenance;
import dev.sieve.kernel.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.package$;

/** What this driver is: for {@code provenance.json}. */
final class Facts {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private Facts() {}

  static Provenance provenance(SearchConf conf, String dataFingerprint) {
    return new Provenance(
        Version.sieve(),
        package$.MODULE$.SPARK_VERSION(),
        System.getProperty("java.runtime.version"),
        Kernels.FASTEST.name(),
        cpu(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        conf.identity().hash(),
        conf.source().text(),
        dataFingerprint,
        Map.of(),
        null);
  }

  /** Returns the processor's model where the system tells it, otherwise its architecture. */
  private static String cpu() {
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
}
