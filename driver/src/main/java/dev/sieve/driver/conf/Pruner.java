package dev.sieve.driver.conf;

import java.util.List;
import java.util.Optional;

/**
 * When trials that do badly are pruned: they are trained up to a rung, and go on to the next one if
 * they are good enough. Which ones are is what implementations differ in.
 */
public sealed interface Pruner permits Halving, MedianStopping {

  /** Returns the rungs, in epochs: rising; the last are those of the whole training. */
  List<Integer> rungs();

  /**
   * Returns the share of the pruned configurations that are trained to the end all the same, to see
   * what pruning costs.
   */
  double audit();

  /**
   * Returns the rung up to which each of so many configurations is trained at first, in an order
   * that chance gives them.
   */
  List<Integer> firstRungs(int configurations);

  /** Returns how many of so many configurations at a rung go on, as far as numbers tell. */
  int kept(int configurations);

  /** Returns what it is called. */
  String title();

  /** Returns the rung that follows {@code rung}; nothing behind the last. */
  default Optional<Integer> after(int rung) {
    return rungs().stream().filter(next -> next > rung).findFirst();
  }

  /** Returns how many of so many pruned configurations are audited: at least one, if any may be. */
  default int audited(int pruned) {
    return (int) Math.min(pruned, Math.ceil(audit() * pruned));
  }
}
