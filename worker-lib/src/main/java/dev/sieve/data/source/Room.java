package dev.sieve.data.source;

/** Whether data fit into memory, asked as soon as a source knows how large its data are. */
@FunctionalInterface
public interface Room {
  /** Room for everything. */
  Room ENDLESS = (source, least) -> {};

  /**
   * Refuses what does not fit.
   *
   * @param source its name
   * @param least what its data take at least
   * @throws dev.sieve.UserMistake with the sizes, and what gives more
   */
  void check(String source, LeastSize least);
}
