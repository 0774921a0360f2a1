package dev.sieve.driver.spark;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.sieve.Texts;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What a JVM that trains should be started with, besides the module of vectors, of which {@code
 * Kernels} warns. {@code submit/sieve} sees to it, and {@link SparkStart} for executors; a driver
 * that others start may lack it, and it is too late when {@code main} runs.
 */
public final class JvmOptions {
  private JvmOptions() {}

  /**
   * Returns which options this JVM lacks, what that costs and where to add them, if it lacks any.
   */
  public static Optional<String> missing() {
    return loopsAreStripMined()
        ? Optional.empty()
        : Optional.of(
            Texts.format(
                "training takes up to a fifth longer than it could: this JVM has neither the G1 collector nor %s. Add them to --driver-java-options",
                SparkStart.LOOPS));
  }

  private static boolean loopsAreStripMined() {
    HotSpotDiagnosticMXBean flags =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return flags == null || flags.getVMOption("LoopStripMiningIter").getValue().equals("1000");
  }
}
