package dev.sieve.driver.data;

/** Is told how far a download has come. */
@FunctionalInterface
public interface FetchProgress {

  /**
   * Takes note of the bytes that are there; called on the thread that downloads.
   *
   * @param bytes there by now, those of an earlier try included
   * @param total bytes in all; -1 where the server does not say
   */
  void at(long bytes, long total);
}
