package dev.sieve.driver.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.Network$;
import org.apache.spark.internal.config.Status$;
import org.apache.spark.internal.config.UI$;
import scala.Tuple2;

/**
 * Settings that Spark reads only when it needs them: a mistake in one of them would end a search
 * that has trained for hours.
 */
final class LateSettings {
  /** Spark knows an entry by its key once the object that declares it is there. */
  @SuppressWarnings("unused")
  private static final Object[] DECLARED = {
    org.apache.spark.internal.config.package$.MODULE$,
    Network$.MODULE$,
    Status$.MODULE$,
    UI$.MODULE$
  };

  private LateSettings() {}

  /** Returns {@code conf}, or throws what Spark would throw later. */
  static SparkConf checked(SparkConf conf) {
    for (Tuple2<String, String> setting : conf.getAll()) {
      ConfigEntry<?> entry = ConfigEntry.findEntry(setting._1());
      if (entry != null) {
        conf.get(entry);
      }
    }
    return conf;
  }
}
