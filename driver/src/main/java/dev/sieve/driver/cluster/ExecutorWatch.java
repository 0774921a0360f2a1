package dev.sieve.driver.cluster;

import dev.sieve.Texts;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Notices that a cluster has had no executor for a while: Spark would wait without a word, for ever
 * if the master is gone. Says so once each time.
 */
final class ExecutorWatch {
  /** Replacing an executor takes seconds where there is room for one. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JavaSparkContext spark;
  private final Consumer<String> warn;
  private long seen = System.nanoTime();
  private boolean warned;

  ExecutorWatch(JavaSparkContext spark, Consumer<String> warn) {
    this.spark = spark;
    this.warn = warn;
  }

  /** Looks whether there are executors; to be called every few seconds. */
  void look() {
    long now = System.nanoTime();
    boolean some = spark.statusTracker().getExecutorInfos().length > 1; // the driver is one
    if (spark.isLocal() || some) {
      seen = now;
      warned = false;
    } else if (!warned && now - seen > PATIENCE.toNanos()) {
      warned = true;
      warn.accept(
          Texts.format(
                  "no executor has been there for %d s. If the cluster is gone, interrupt: all finished",
                  PATIENCE.toSeconds())
              + " trials are kept, and the same command continues");
    }
  }
}
