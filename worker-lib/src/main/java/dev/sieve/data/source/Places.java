package dev.sieve.data.source;

/** Where the paths of sources lead: to files of this machine, or of a cluster. */
@FunctionalInterface
public interface Places {

  /**
   * Returns the folder, or the one file, at {@code path}.
   *
   * @throws dev.sieve.data.DataException where there is none, or it cannot be reached
   */
  DataFolder folder(String path);
}
