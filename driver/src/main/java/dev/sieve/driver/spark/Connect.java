package dev.sieve.driver.spark;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import java.util.Map;
import org.apache.spark.SparkConf;

/** Spark Connect, and what is built on it: no driver of one's own, so no search. */
final class Connect {
  private Connect() {}

  /**
   * Returns where {@code user} asks for a Spark of its own.
   *
   * @param environment of this process
   * @throws UserError where Spark Connect is asked for
   */
  static void refuse(SparkConf user, Map<String, String> environment) {
    String remote = user.get("spark.remote", environment.getOrDefault("SPARK_REMOTE", ""));
    if (!remote.isEmpty()) {
      throw new UserError(
          "Spark Connect (--remote, SPARK_REMOTE, serverless) sends queries to a driver elsewhere, and a"
              + Texts.format(" search is a driver itself: use --master, but was '%s'", remote));
    }
  }
}
