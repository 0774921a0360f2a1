package dev.sieve.driver.cluster;

import dev.sieve.data.DataSet;
import dev.sieve.data.component.ComponentExamples;
import dev.sieve.driver.checkpoint.SharedFolder;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.pack.JobPlan;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.pack.PackResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/**
 * Trains packs on Spark: a task per pack, and each result as soon as its task ends. The images are
 * broadcast once, and so are the components of each split.
 */
public final class Cluster implements PackExecutor {
  private static final String EXECUTOR_CORES = "spark.executor.cores";
  private static final Pattern LOCAL_CORES = Pattern.compile("^local\\[(\\d+|\\*)");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(50);

  private final JavaSparkContext spark;
  private final Broadcast<DataSet> images;
  private final Map<ComponentExamples, Broadcast<ComponentExamples>> components = new HashMap<>();
  private final ExecutorWatch watch;

  /**
   * @param warn hears what the user should know
   */
  public Cluster(JavaSparkContext spark, DataSet images, Consumer<String> warn) {
    this.spark = spark;
    this.watch = new ExecutorWatch(spark, warn);
    this.images = spark.broadcast(images);
    if (!spark.isLocal()) {
      awaitExecutors();
    }
  }

  /**
   * Returns once the executors that come at first are there, so that work is split for as many:
   * when none came for a second, or after {@link #PATIENCE}. Later ones get what is left.
   */
  private void awaitExecutors() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int before = 0;
    long changed = System.nanoTime();
    while (System.nanoTime() < end) {
      int executors = executorCount();
      if (executors != before) {
        before = executors;
        changed = System.nanoTime();
      } else if (executors > 0 && System.nanoTime() - changed > QUIET.toNanos()) {
        return;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  @Override
  public Optional<String> unseen(String path) {
    return SharedFolder.complaint(spark, path, executors().cores());
  }

  /**
   * {@inheritDoc}
   *
   * <p>A standalone executor that takes all cores of its worker does not tell how many those are:
   * each of its cores counts as an executor.
   */
  @Override
  public Executors executors() {
    int cores = executorCores();
    if (spark.isLocal()) {
      return new Executors(1, cores);
    }
    int perTask = spark.getConf().getInt("spark.task.cpus", 1);
    return spark.getConf().contains(EXECUTOR_CORES)
        ? new Executors(Math.max(1, executorCount()), cores)
        : new Executors(Math.max(1, spark.defaultParallelism() / perTask), 1);
  }

  /** Returns how many cores the packs of one executor share. */
  private int executorCores() {
    return spark.isLocal()
        ? localCores(spark.master())
        : spark.getConf().getInt(EXECUTOR_CORES, spark.getConf().getInt("spark.task.cpus", 1));
  }

  /** Returns 4 for {@code local[4,2]}: the parallelism that Spark tells may be the user's wish. */
  private static int localCores(String master) {
    Matcher cores = LOCAL_CORES.matcher(master);
    if (!cores.find()) {
      return 1;
    }
    return cores.group(1).equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(cores.group(1));
  }

  /** Returns how many executors have come; the driver counts as one to Spark. */
  private int executorCount() {
    return spark.statusTracker().getExecutorInfos().length - 1;
  }

  /** {@inheritDoc} The jobs run at once. */
  @Override
  public void train(
      List<JobPlan> jobs,
      Deadline deadline,
      Consumer<PackResult> onResult,
      LongConsumer onProgress) {
    LongAccumulator trialEpochs = spark.sc().longAccumulator("trial-epochs");
    ProgressListener listener = new ProgressListener(trialEpochs.id(), onProgress);
    spark.sc().addSparkListener(listener);
    try {
      new PackRounds(spark, deadline, watch)
          .run(jobs.stream().map(job -> packJob(job, trialEpochs)).toList(), onResult);
    } catch (IllegalStateException e) {
      if (spark.sc().isStopped()) {
        throw new SearchFailure(
            "Spark has stopped before the search was done. All finished trials are kept; the same"
                + " command continues",
            e);
      }
      throw e;
    } finally {
      spark.sc().removeSparkListener(listener);
    }
  }

  /** Returns {@code components}, sent once however many rounds train on them; null for none. */
  private Broadcast<ComponentExamples> broadcast(ComponentExamples examples) {
    return examples == null ? null : components.computeIfAbsent(examples, spark::broadcast);
  }

  private PackJob packJob(JobPlan job, LongAccumulator trialEpochs) {
    JobShare share = job.share();
    PackTask task =
        new PackTask(
            images,
            broadcast(share.components()),
            spark.broadcast(share.with(null)),
            trialEpochs,
            executorCores());
    return new PackJob(task, job.packs());
  }
}
