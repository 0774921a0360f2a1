package dev.sieve.driver.cluster;

import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** Runs Spark jobs of packs, a task per pack, and hands on each result as soon as its task ends. */
final class PackJobs {
  /** Between two looks at the executors. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final JavaSparkContext spark;
  private final Deadline deadline;
  private final ExecutorWatch watch;

  /** What Spark's threads tell the calling one: a result, or that job {@code job} is over. */
  private record Event(int job, PackResult result, Throwable error) {}

  /** A job that is over, the packs that got no result, and why; null where Spark gave no reason. */
  record Ended(PackJob job, List<Pack> missing, Throwable error) {}

  PackJobs(JavaSparkContext spark, Deadline deadline, ExecutorWatch watch) {
    this.spark = spark;
    this.deadline = deadline;
    this.watch = watch;
  }

  /**
   * Runs {@code jobs} at once, hands on each result on the calling thread, and returns those that
   * left packs without result, once all are over. Cancels them when the time is up, or when {@code
   * onResult} throws, which is thrown again then.
   */
  List<Ended> run(List<PackJob> jobs, Consumer<PackResult> onResult) {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    List<FutureAction<BoxedUnit>> actions =
        IntStream.range(0, jobs.size()).mapToObj(i -> submit(i, jobs.get(i), events)).toList();
    Set<Pack> done = new HashSet<>();
    List<Ended> left = new ArrayList<>();
    boolean cancelled = false;
    RuntimeException failure = null;
    for (int running = jobs.size(); running > 0; ) {
      Event event = cancelled ? take(events) : takeInTime(events);
      if (event == null) {
        actions.forEach(FutureAction::cancel);
        cancelled = true;
      } else if (event.result() == null) {
        running--;
        PackJob job = jobs.get(event.job());
        List<Pack> missing = job.packs().stream().filter(p -> !done.contains(p)).toList();
        if (!missing.isEmpty()) {
          left.add(new Ended(job, missing, event.error()));
        }
      } else if (failure == null && done.add(event.result().pack())) { // not a speculative copy's
        try {
          onResult.accept(event.result());
        } catch (RuntimeException e) { // Spark may only stop when no task runs any more
          actions.forEach(FutureAction::cancel);
          cancelled = true;
          failure = e;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return left;
  }

  private FutureAction<BoxedUnit> submit(int index, PackJob job, BlockingQueue<Event> events) {
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
    return action;
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
      throw interrupted(e);
    }
  }

  /** Returns null when the time is up. */
  private Event takeInTime(BlockingQueue<Event> events) {
    try {
      Event event = null;
      while (event == null && !deadline.isOver()) {
        watch.look();
        event = events.poll(Math.min(deadline.left(), LOOK.toNanos()), TimeUnit.NANOSECONDS);
      }
      return event;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while packs were training", e);
  }
}
