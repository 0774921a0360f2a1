package dev.sieve.driver.pack;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Trains packs, wherever that is: what a search knows of a cluster. Whatever becomes of a pack, its
 * trials have a result; where and in which order they were trained changes none.
 */
public interface PackExecutor {

  /** Returns the machines that there are now, among which work is split. */
  Executors executors();

  /**
   * Creates the folder at {@code path}, and returns who does not see the same there as this JVM;
   * empty where all that train do.
   */
  Optional<String> unseen(String path);

  /**
   * Trains all packs of {@code jobs}, and returns when each has its result or the time is up.
   *
   * @param onResult hears the result of each pack, on the calling thread; what it throws ends the
   *     training, and is thrown again
   * @param onProgress hears how many trial-epochs are done, on any thread
   */
  void train(
      List<JobPlan> jobs,
      Deadline deadline,
      Consumer<PackResult> onResult,
      LongConsumer onProgress);
}
