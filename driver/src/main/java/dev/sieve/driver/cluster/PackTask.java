package dev.sieve.driver.cluster;

import dev.sieve.data.DataSet;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.Pack;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingContext;
import dev.sieve.train.TrainingData;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
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
  private final Broadcast<JobShare> share;
  private final LongAccumulator trialEpochs;
  private final int cores;
  private final String driversKind = ProcessorKind.here(); // tasks are made on the driver

  /**
   * @param cores of an executor
   */
  PackTask(
      Broadcast<DataSet> images,
      Broadcast<JobShare> share,
      LongAccumulator trialEpochs,
      int cores) {
    this.images = images;
    this.share = share;
    this.trialEpochs = trialEpochs;
    this.cores = cores;
  }

  @Override
  public PackResult apply(Iterator<Pack> packs) {
    Pack pack = packs.next();
    JobShare job = share.value();
    PackAttempt attempt =
        new PackAttempt(pack, job.settings().engine(), job.checkpoints(), driversKind, cores);
    return attempt.result(train(pack, job, attempt));
  }

  /**
   * Returns what came of each trial. A broadcast that cannot be fetched, since an executor that
   * held it is gone, says nothing about the trials: that exception leaves the task, which Spark
   * then tries again.
   */
  private List<Trained> train(Pack pack, JobShare job, PackAttempt attempt) {
    DataSet all;
    try {
      all = images.value();
    } catch (VirtualMachineError e) { // left to Spark, it would end a local driver
      return failed(pack, e);
    }
    try {
      TrainingData data = TrainingData.of(all, job.split(), job.scaling());
      TrainingContext context =
          new TrainingContext(
              trialEpochs::add,
              job.trialLimit(),
              TaskContext.get()::isInterrupted,
              attempt.checkpoints(),
              ExecutorCores.shared(cores));
      return Trainer.train(data, job.settings(), pack.trials(), context);
    } catch (CancellationException e) {
      throw e; // Spark does not want this task any more
    } catch (Throwable e) { // an Error that left the task would end a local driver
      return failed(pack, e);
    }
  }

  private static List<Trained> failed(Pack pack, Throwable cause) {
    return pack.trials().stream().map(trial -> Trained.failed(trial, cause)).toList();
  }
}
