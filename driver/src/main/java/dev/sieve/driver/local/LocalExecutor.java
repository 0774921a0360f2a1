package dev.sieve.driver.local;

import static dev.sieve.Checks.check;

import dev.sieve.data.DataSet;
import dev.sieve.driver.attempt.Place;
import dev.sieve.driver.checkpoint.SharedFolder;
import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.pack.JobPlan;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.team.Cores;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;

/** Trains packs in this JVM, without Spark: as many at once as it has cores. */
public final class LocalExecutor implements PackExecutor {
  /** What Spark calls an executor that is the driver itself. */
  private static final String NAME = "driver";

  private final DataSet images;
  private final Place place;
  private final Configuration hadoop;

  /**
   * @param cores packs that train at once
   * @param hadoop how files are reached
   */
  public LocalExecutor(DataSet images, int cores, Configuration hadoop) {
    check(cores >= 1, "cores must be >= 1, but were %d", cores);
    this.images = images;
    this.hadoop = hadoop;
    Cores team = new Cores(Math.min(cores, Runtime.getRuntime().availableProcessors()));
    this.place = new Place(0, NAME, cores, team, () -> hadoop);
  }

  @Override
  public Executors executors() {
    return new Executors(1, place.cores());
  }

  @Override
  public Optional<String> unseen(String path) {
    return SharedFolder.complaint(hadoop, path);
  }

  @Override
  public void train(
      List<JobPlan> jobs,
      Deadline deadline,
      Consumer<PackResult> onResult,
      LongConsumer onProgress) {
    new LocalTasks(jobs, images, place, onProgress).run(deadline, onResult);
  }
}
