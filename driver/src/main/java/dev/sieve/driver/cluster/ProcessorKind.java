package dev.sieve.driver.cluster;

import dev.sieve.Texts;
import java.util.Optional;

/**
 * What kind of processor a JVM runs on. Within one kind, whatever its vectors, results are the same
 * bits; between kinds Java's {@code exp} and {@code log} may round otherwise.
 */
final class ProcessorKind {
  private ProcessorKind() {}

  /** Returns this JVM's, such as {@code amd64}. */
  static String here() {
    return System.getProperty("os.arch");
  }

  /** Returns what to say of an executor of {@code its} kind where the driver is of {@code ours}. */
  static Optional<String> warning(String ours, String its, String host) {
    return ours.equals(its)
        ? Optional.empty()
        : Optional.of(
            Texts.format(
                    "executors on %s are %s, but the driver is %s: the same bits are promised for one kind",
                    host, its, ours)
                + " of processor only");
  }
}
