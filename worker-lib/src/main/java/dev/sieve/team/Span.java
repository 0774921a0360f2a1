package dev.sieve.team;

/** Work on items 0, 1, 2, … that may be divided among threads anywhere. */
@FunctionalInterface
public interface Span {
  /** Does the items from {@code from} up to {@code to}, exclusive; on any thread. */
  void run(int from, int to);
}
