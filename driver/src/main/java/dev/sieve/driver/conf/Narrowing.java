package dev.sieve.driver.conf;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import dev.sieve.space.Axis;
import java.util.Set;

/**
 * How a stage's space is narrowed to what an earlier stage found.
 *
 * @param from name of that stage
 * @param best how many of its best configurations the space is narrowed to; {@link #AUTO} for all
 *     that noise does not tell from the best one
 * @param margin share of a domain's width that is added on both sides of what they span
 * @param own what the narrowed stage itself sets or searches: taken as it stands, since the best
 *     configurations say nothing about it
 */
public record Narrowing(String from, int best, double margin, Set<Axis<?>> own) {

  /** As many as noise does not tell from the best one, and three at least. */
  public static final int AUTO = 0;

  public Narrowing {
    requireNonNull(from, "from is null");
    Rule.COUNT.require("best", best);
    Rule.NOT_NEGATIVE.require("margin", margin);
    own = Set.copyOf(own);
  }

  /** Returns whether noise decides how many configurations count as the best. */
  public boolean followsNoise() {
    return best == AUTO;
  }
}
