package dev.sieve.driver.cluster;

import dev.sieve.data.DataSet;
import dev.sieve.data.component.ComponentExamples;
import dev.sieve.driver.attempt.PackAttempt;
import dev.sieve.driver.attempt.Place;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.driver.run.Host;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * The work of one Spark task: trains one pack on this executor. Captures broadcasts, an
 * accumulator, a number and a word alone.
 */
final class PackTask extends AbstractFunction1<Iterator<Pack>, PackResult> implements Serializable {
  private static final long serialVersionUID = 1;

  private final Broadcast<DataSet> images;
  private final Broadcast<ComponentExamples> components; // null where all inputs train
  private final Broadcast<JobShare> share;
  private final LongAccumulator trialEpochs;
  private final int cores;
  private final String driversKind = ProcessorKind.here(); // tasks are made on the driver

  /**
   * @param components the inputs in place of images; null where all inputs train
   * @param share without components
   * @param cores of an executor
   */
  PackTask(
      Broadcast<DataSet> images,
      Broadcast<ComponentExamples> components,
      Broadcast<JobShare> share,
      LongAccumulator trialEpochs,
      int cores) {
    this.images = images;
    this.components = components;
    this.share = share;
    this.trialEpochs = trialEpochs;
    this.cores = cores;
  }

  /**
   * A broadcast that cannot be fetched, since an executor that held it is gone, says nothing about
   * the trials: that exception leaves the task, which Spark then tries again.
   */
  @Override
  public PackResult apply(Iterator<Pack> packs) {
    TaskContext task = TaskContext.get();
    SparkEnv env = SparkEnv.get();
    Place place =
        new Place(
            task.attemptNumber(),
            env.executorId(),
            cores,
            ExecutorCores.shared(cores),
            () -> SparkHadoopUtil.get().newConfiguration(env.conf()));
    PackAttempt attempt = new PackAttempt(packs.next(), shared(), place);
    ProcessorKind.warning(driversKind, ProcessorKind.here(), Host.name()).ifPresent(attempt::warn);
    return attempt.train(images::value, trialEpochs::add, task::isInterrupted);
  }

  private JobShare shared() {
    return components == null ? share.value() : share.value().with(components.value());
  }
}
