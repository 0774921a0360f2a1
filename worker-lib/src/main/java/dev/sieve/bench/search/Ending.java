package dev.sieve.bench.search;

import static dev.sieve.Checks.require;

/**
 * How a search chooses its winner, and what it says of it.
 *
 * @param name by which tables call it
 * @param smoothed whether the best posterior mean counts, not the best accuracy
 * @param confirmed configurations that get a fresh repeat; 0 where nothing is confirmed
 * @param finalists of these that get more
 * @param repeats how many more
 */
public record Ending(String name, boolean smoothed, int confirmed, int finalists, int repeats) {
  /** The best accuracy that was observed. */
  public static final Ending OBSERVED = new Ending("best observed", false, 0, 0, 0);

  /** The best posterior mean. */
  public static final Ending SMOOTHED = new Ending("best posterior mean", true, 0, 0, 0);

  /** A few configurations, two fresh repeats each. */
  public static final Ending FEW = new Ending("4 confirmed by 2", true, 4, 4, 1);

  /** What the stage confirm does unless its conf says otherwise. */
  public static final Ending USUAL = new Ending("8 by 1, 4 of these by 2 more", true, 8, 4, 2);

  public Ending {
    require(!name.isEmpty(), "the name of an ending", "must not be empty", name);
    require(
        0 <= finalists && finalists <= confirmed, "finalists", "must be 0 to confirmed", finalists);
    require(repeats >= 0, "repeats", "must be >= 0", repeats);
  }

  /** Returns how many evaluations it takes of a search's. */
  int cost() {
    return confirmed + finalists * repeats;
  }
}
