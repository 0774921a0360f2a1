package dev.sieve.driver.search;

import dev.sieve.data.ImageSet;
import dev.sieve.train.Trained;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.LongAccumulator;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Trains packs on Spark: a job per stage, a task per pack, and each result as soon as its task
 * ends. The images are broadcast once.
 */
final class Cluster {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(50);

  private final JavaSparkContext spark;
  private final Broadcast<ImageSet> images;

  Cluster(JavaSparkContext spark, ImageSet images) {
    this.spark = spark;
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
      int executors = spark.statusTracker().getExecutorInfos().length - 1; // the driver is one
      if (executors != before) {
        before = executors;
        changed = System.nanoTime();
      } else if (executors > 0 && System.nanoTime() - changed > QUIET.toNanos()) {
        return;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Returns how many tasks run at once. */
  int cores() {
    int perTask = spark.getConf().getInt("spark.task.cpus", 1);
    return Math.max(1, spark.defaultParallelism() / perTask);
  }

  /**
   * Trains all packs of {@code jobs}, whose jobs run at once, and returns when each has its result.
   *
   * @param onResult hears each pack's result, on the calling thread
   * @param onProgress hears how many trial-epochs are done, on a thread of Spark's
   */
  void train(List<StageJob> jobs, Consumer<PackResult> onResult, LongConsumer onProgress) {
    LongAccumulator trialEpochs = spark.sc().longAccumulator("trial-epochs");
    ProgressListener listener = new ProgressListener(trialEpochs.id(), onProgress);
    spark.sc().addSparkListener(listener);
    try {
      List<Pending> left = jobs.stream().map(job -> pending(job, trialEpochs)).toList();
      left = submit(left, onResult);
      // A task that failed as often as Spark allows took the whole job along. What is missing gets
      // jobs of its own, so that only the guilty packs fail again.
      left = submit(left.stream().flatMap(Pending::onePackEach).toList(), onResult);
      left.forEach(job -> job.packs().forEach(pack -> onResult.accept(lost(pack, job.error()))));
    } finally {
      spark.sc().removeSparkListener(listener);
    }
  }

  private Pending pending(StageJob job, LongAccumulator trialEpochs) {
    PackTask task = new PackTask(images, spark.broadcast(job.share()), trialEpochs);
    return new Pending(task, job.packs(), null);
  }

  /** Packs that wait for their results, and why the last job for them failed. */
  private record Pending(PackTask task, List<Pack> packs, Throwable error) {
    Stream<Pending> onePackEach() {
      return packs.stream().map(pack -> new Pending(task, List.of(pack), error));
    }
  }

  /** What Spark's threads tell the calling one: a result, or that job {@code job} is over. */
  private record Event(int job, PackResult result, Throwable error) {}

  /**
   * Submits {@code jobs}, hands on the results, and returns what is left once all jobs are over.
   */
  private List<Pending> submit(List<Pending> jobs, Consumer<PackResult> onResult) {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    IntStream.range(0, jobs.size()).forEach(i -> submit(i, jobs.get(i), events));
    Set<Pack> done = new HashSet<>();
    List<Pending> left = new ArrayList<>();
    for (int running = jobs.size(); running > 0; ) {
      Event event = take(events);
      if (event.result() == null) {
        running--;
        Pending job = jobs.get(event.job());
        List<Pack> missing = job.packs().stream().filter(p -> !done.contains(p)).toList();
        if (!missing.isEmpty()) {
          left.add(new Pending(job.task(), missing, event.error()));
        }
      } else if (done.add(event.result().pack())) { // a speculative copy may be second
        onResult.accept(event.result());
      }
    }
    return left;
  }

  private void submit(int index, Pending job, BlockingQueue<Event> events) {
    RDD<Pack> packs = spark.parallelize(job.packs(), job.packs().size()).rdd();
    List<Object> partitions = new ArrayList<>();
    IntStream.range(0, job.packs().size()).forEach(partitions::add);
    FutureAction<BoxedUnit> action =
        spark
            .sc()
            .submitJob(
                packs,
                job.task(),
                CollectionConverters.asScala(partitions).toSeq(),
                new Enqueue(index, events),
                new AbstractFunction0<BoxedUnit>() {
                  @Override
                  public BoxedUnit apply() {
                    return BoxedUnit.UNIT;
                  }
                });
    action.onComplete(
        new AbstractFunction1<Try<BoxedUnit>, BoxedUnit>() {
          @Override
          public BoxedUnit apply(Try<BoxedUnit> end) {
            Throwable error = end.isFailure() ? end.failed().get() : null;
            events.add(new Event(index, null, error));
            return BoxedUnit.UNIT;
          }
        },
        ExecutionContext.global());
  }

  /** Runs on Spark's scheduler thread, where anything but a quick return would hurt. */
  private static final class Enqueue extends AbstractFunction2<Object, PackResult, BoxedUnit> {
    private final int job;
    private final BlockingQueue<Event> events;

    Enqueue(int job, BlockingQueue<Event> events) {
      this.job = job;
      this.events = events;
    }

    @Override
    public BoxedUnit apply(Object partition, PackResult result) {
      events.add(new Event(job, result, null));
      return BoxedUnit.UNIT;
    }
  }

  private static Event take(BlockingQueue<Event> events) {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while packs were training", e);
    }
  }

  private static PackResult lost(Pack pack, Throwable error) {
    String message = error == null ? "its job ended without it" : error.getMessage();
    String line = String.valueOf(message).lines().findFirst().orElse("no message");
    List<Trained> trained = new ArrayList<>();
    List<Execution> executions = new ArrayList<>();
    for (Trial trial : pack.trials()) {
      trained.add(Trained.without(TrialResult.without(trial, Failure.LOST, 0, List.of()), line));
      executions.add(
          new Execution(
              0,
              pack.name(),
              pack.trials().size(),
              executions.size(),
              System.currentTimeMillis(),
              0,
              null,
              null,
              null,
              0,
              line));
    }
    return new PackResult(pack, trained, executions, true);
  }
}
