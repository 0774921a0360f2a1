package dev.sieve.driver.forecast;

/**
 * Bytes that a search needs at most.
 *
 * @param data all examples, once
 * @param packs networks and mini-batches of all packs that one machine trains at once
 * @param results of all trials
 * @param driver heap of the driver, which trains itself where there is no cluster
 * @param executor heap of each executor; 0 where there is no cluster
 */
public record Memory(long data, long packs, long results, long driver, long executor) {

  /** Returns what one machine needs: an executor's, or the driver's. */
  public long ofMachine() {
    return Math.max(driver, executor);
  }
}
