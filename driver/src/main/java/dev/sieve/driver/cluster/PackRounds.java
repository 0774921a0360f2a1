package dev.sieve.driver.cluster;

import dev.sieve.driver.pack.Pack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Sees to it that every pack gets a result. A task that fails as often as Spark allows takes its
 * whole job along: the rest is submitted again without it, and those that were blamed run last, one
 * at a time, so that what kills an executor kills nobody else's work. Whose job fails then is LOST.
 *
 * <p>Where Spark blames nobody, the rest is submitted again as it is, once, and on as long as each
 * job finishes some pack: to suspect them all would train a whole stage one trial at a time.
 */
final class PackRounds {
  private final PackJobs runner;
  private final Deadline deadline;
  private final List<PackJob> suspects = new ArrayList<>();
  private final Set<PackTask> forgiven = new HashSet<>();

  PackRounds(JavaSparkContext spark, Deadline deadline, ExecutorWatch watch) {
    this.runner = new PackJobs(spark, deadline, watch);
    this.deadline = deadline;
  }

  /** Returns when each pack of {@code jobs} has its result, or the time is up. */
  void run(List<PackJob> jobs, Consumer<PackResult> onResult) {
    List<PackJob> left = jobs;
    while (!left.isEmpty() && !deadline.isOver()) {
      left =
          runner.run(left, onResult).stream().flatMap(ended -> innocent(ended).stream()).toList();
    }
    for (PackJob suspect : suspects) {
      if (!deadline.isOver()) {
        runner.run(List.of(suspect), onResult).forEach(ended -> lost(ended, onResult));
      }
    }
  }

  /** Returns what to submit again of a job that Spark gave up, and suspects the rest. */
  private Optional<PackJob> innocent(PackJobs.Ended ended) {
    if (deadline.isOver()) {
      return Optional.empty();
    }
    Optional<Pack> blamed = ended.job().blamed(ended.error());
    List<Pack> guilty = blamed.map(List::of).orElseGet(() -> unexplained(ended));
    List<Pack> rest = ended.missing().stream().filter(pack -> !guilty.contains(pack)).toList();
    ended.job().of(guilty).apart().forEach(suspects::add);
    return rest.isEmpty() ? Optional.empty() : Optional.of(ended.job().of(rest));
  }

  /** Returns whom to suspect where Spark names nobody. */
  private List<Pack> unexplained(PackJobs.Ended ended) {
    boolean madeProgress = ended.missing().size() < ended.job().packs().size();
    return madeProgress || forgiven.add(ended.job().task()) ? List.of() : ended.missing();
  }

  private void lost(PackJobs.Ended ended, Consumer<PackResult> onResult) {
    if (!deadline.isOver()) {
      ended.missing().forEach(pack -> onResult.accept(PackResult.lost(pack, ended.error())));
    }
  }
}
