package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Set;

/**
 * How a stage's space is narrowed to what an earlier stage found.
 *
 * @param from name of that stage
 * @param best how many of its best trials the space is narrowed to
 * @param margin share of a domain's width that is added on both sides of what they span
 * @param own what the narrowed stage itself sets or searches: taken as it stands, since the best
 *     trials say nothing about it
 */
public record Narrowing(String from, int best, double margin, Set<Axis> own) {

  public Narrowing {
    requireNonNull(from, "from is null");
    check(best >= 1, "best must be >= 1, but was %d", best);
    check(
        0 <= margin && margin < Double.POSITIVE_INFINITY,
        "margin must be finite and >= 0, but was %s",
        margin);
    own = Set.copyOf(own);
  }

  /**
   * Returns the space that {@link #from} searched, narrowed to its {@code best}; but {@link #own}
   * axes are as in {@code space}.
   *
   * @param space the narrowed stage's, as the conf has it
   * @param searched that {@link #from} drew its trials from, which may be narrowed itself
   */
  public SearchSpace applyTo(SearchSpace space, SearchSpace searched, List<Candidate> best) {
    return new NarrowedSpace(this, space, searched, best).toSpace();
  }
}
