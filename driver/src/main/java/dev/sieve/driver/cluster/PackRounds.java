package dev.sieve.driver.cluster;

import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Sees to it that every pack gets a result. A task that fails as often as Spark allows takes its
 * whole job along: the rest is submitted again without it, and the trials of blamed packs run last,
 * one at a time, so that a trial that kills its executor kills no other work. A trial whose job
 * fails then is LOST.
 *
 * <p>Where Spark names no pack, all that is left is retried as it is: once, and again as long as
 * each job finishes some pack. Blaming all of it would train a whole stage one trial at a time.
 */
final class PackRounds {
  private final PackJobs runner;
  private final Deadline deadline;
  private final List<PackJob> blamed = new ArrayList<>();
  private final Set<PackTask> retried = new HashSet<>();

  PackRounds(JavaSparkContext spark, Deadline deadline, ExecutorWatch watch) {
    this.runner = new PackJobs(spark, deadline, watch);
    this.deadline = deadline;
  }

  /** Returns when each pack of {@code jobs} has its result, or the time is up. */
  void run(List<PackJob> jobs, Consumer<PackResult> onResult) {
    List<PackJob> left = jobs;
    while (!left.isEmpty() && !deadline.isOver()) {
      left = runner.run(left, onResult).stream().flatMap(ended -> retry(ended).stream()).toList();
    }
    for (PackJob alone : blamed) {
      if (!deadline.isOver()) {
        runner.run(List.of(alone), onResult).forEach(ended -> lost(ended, onResult));
      }
    }
  }

  /** Returns what to submit again of a job that Spark gave up; blames the rest. */
  private Optional<PackJob> retry(PackJobs.Ended ended) {
    if (deadline.isOver()) {
      return Optional.empty();
    }
    List<Pack> causes =
        ended.job().blamed(ended.error()).map(List::of).orElseGet(() -> unexplained(ended));
    List<Pack> rest = ended.missing().stream().filter(pack -> !causes.contains(pack)).toList();
    ended.job().of(causes).apart().forEach(blamed::add);
    return rest.isEmpty() ? Optional.empty() : Optional.of(ended.job().of(rest));
  }

  /** Returns which packs to blame where Spark names none. */
  private List<Pack> unexplained(PackJobs.Ended ended) {
    boolean madeProgress = ended.missing().size() < ended.job().packs().size();
    return madeProgress || retried.add(ended.job().task()) ? List.of() : ended.missing();
  }

  private void lost(PackJobs.Ended ended, Consumer<PackResult> onResult) {
    if (!deadline.isOver()) {
      ended.missing().forEach(pack -> onResult.accept(PackResult.lost(pack, ended.error())));
    }
  }
}
