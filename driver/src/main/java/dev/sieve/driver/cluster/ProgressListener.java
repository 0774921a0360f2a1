package dev.sieve.driver.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** Hears from the executors' heartbeats how far running tasks are, and from their ends the rest. */
final class ProgressListener extends SparkListener {
  private final long accumulator;
  private final LongConsumer onProgress;
  private final Map<Long, Long> byTask = new ConcurrentHashMap<>();

  ProgressListener(long accumulator, LongConsumer onProgress) {
    this.accumulator = accumulator;
    this.onProgress = onProgress;
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
    CollectionConverters.asJava(heartbeat.accumUpdates())
        .forEach(
            task ->
                CollectionConverters.asJava(task._4())
                    .forEach(info -> heard((Long) task._1(), info)));
    tell();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.taskInfo().successful()) {
      CollectionConverters.asJava(end.taskInfo().accumulables())
          .forEach(info -> heard(end.taskInfo().taskId(), info));
    } else {
      byTask.remove(end.taskInfo().taskId());
    }
    tell();
  }

  private void heard(long task, AccumulableInfo info) {
    if (info.id() == accumulator && info.update().isDefined()) {
      byTask.put(task, ((Number) info.update().get()).longValue());
    }
  }

  private void tell() {
    onProgress.accept(byTask.values().stream().mapToLong(Long::longValue).sum());
  }
}
