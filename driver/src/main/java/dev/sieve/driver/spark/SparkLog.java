package dev.sieve.driver.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** What Spark says on stderr, besides Sieve. */
public final class SparkLog {
  private static final List<String> STARTING =
      List.of("org.apache.spark.SparkContext", "org.apache.spark.metrics.MetricsSystem");

  private SparkLog() {}

  /** Runs {@code start} without what Spark says if it fails: the exception says the same. */
  static <T> T quietly(Supplier<T> start) {
    if ("info".equals(System.getProperty("sieve.log"))) {
      return start.get();
    }
    Map<String, Level> before = new HashMap<>();
    STARTING.forEach(name -> before.put(name, LogManager.getLogger(name).getLevel()));
    STARTING.forEach(name -> Configurator.setLevel(name, Level.OFF));
    try {
      return start.get();
    } finally {
      before.forEach(Configurator::setLevel);
    }
  }

  /**
   * Ends it, because Spark stops before its tasks have ended: each of them would be an error to it,
   * with a stack trace.
   */
  public static void end() {
    Configurator.setAllLevels("", Level.OFF);
  }
}
