package dev.sieve.driver.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * Packs of one stage that wait for their results.
 *
 * @param error why the last job for them failed; null before the first
 */
record PackJob(PackTask task, List<Pack> packs, Throwable error) {
  PackJob {
    packs = List.copyOf(packs);
  }

  /** Returns a job for each pack, so that only the guilty ones fail again. */
  Stream<PackJob> onePackEach() {
    return packs.stream().map(pack -> new PackJob(task, List.of(pack), error));
  }
}
