package dev.sieve.team;

/** A piece of work that is the same in whatever parts it is done: items 0, 1, 2, … */
@FunctionalInterface
public interface Span {
  /** Does the items from {@code from} up to {@code to}, exclusive; on any thread. */
  void run(int from, int to);
}
