package dev.sieve.driver.spark;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** What Spark says on stderr, besides Sieve. */
public final class SparkLog {
  private SparkLog() {}

  /**
   * Ends it, because Spark stops before its tasks have ended: each of them would be an error to it,
   * with a stack trace.
   */
  public static void end() {
    Configurator.setAllLevels("", Level.OFF);
  }
}
