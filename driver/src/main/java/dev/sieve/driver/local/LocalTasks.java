package dev.sieve.driver.local;

import dev.sieve.data.DataSet;
import dev.sieve.driver.attempt.PackAttempt;
import dev.sieve.driver.attempt.Place;
import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.JobPlan;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Packs that threads of this JVM take one by one, in their order. */
final class LocalTasks {
  private final List<Task> tasks;
  private final DataSet images;
  private final Place place;
  private final LongConsumer onProgress;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong trialEpochs = new AtomicLong();
  private final BlockingQueue<PackResult> ended = new LinkedBlockingQueue<>();
  private volatile boolean cancelled;

  private record Task(JobShare share, Pack pack) {}

  LocalTasks(List<JobPlan> jobs, DataSet images, Place place, LongConsumer onProgress) {
    this.tasks =
        jobs.stream()
            .flatMap(job -> job.packs().stream().map(pack -> new Task(job.share(), pack)))
            .toList();
    this.images = images;
    this.place = place;
    this.onProgress = onProgress;
  }

  /**
   * Returns when each pack has its result or the time is up, and no thread trains any more. Hands
   * on each result on the calling thread; what {@code onResult} throws cancels the rest.
   */
  void run(Deadline deadline, Consumer<PackResult> onResult) {
    if (deadline.isOver()) {
      return;
    }
    List<Thread> threads = start();
    try {
      for (int left = tasks.size(); left > 0; left--) {
        PackResult result = ended.poll(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS);
        if (result == null) {
          break; // the time is up
        }
        onResult.accept(result);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while packs were training", e);
    } finally {
      cancelled = true;
      threads.forEach(LocalTasks::await);
    }
    if (deadline.isOver()) {
      List<PackResult> late = new ArrayList<>(); // ended while the others were told to stop
      ended.drainTo(late);
      late.forEach(onResult);
    }
  }

  private List<Thread> start() {
    List<Thread> threads =
        IntStream.range(0, Math.min(place.cores(), tasks.size()))
            .mapToObj(i -> new Thread(this::work, "sieve-pack-" + i))
            .toList();
    threads.forEach(thread -> thread.setDaemon(true));
    threads.forEach(Thread::start);
    return threads;
  }

  private void work() {
    try {
      for (int i = next.getAndIncrement(); i < tasks.size() && !cancelled; ) {
        ended.add(result(tasks.get(i)));
        i = next.getAndIncrement();
      }
    } catch (CancellationException e) {
      // nobody waits for the result
    }
  }

  private PackResult result(Task task) {
    try {
      return new PackAttempt(task.pack(), task.share(), place)
          .train(
              () -> images,
              trials -> onProgress.accept(trialEpochs.addAndGet(trials)),
              () -> cancelled);
    } catch (CancellationException e) {
      throw e;
    } catch (Throwable e) { // whoever waits for this pack must hear of it
      return PackResult.lost(task.pack(), e);
    }
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // a thread stops at its next update
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
