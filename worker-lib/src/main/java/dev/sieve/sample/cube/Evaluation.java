package dev.sieve.sample.cube;

import static java.util.Objects.requireNonNull;

/** A point that was asked for, and what came of it. */
public record Evaluation(Point point, Outcome outcome) {

  public Evaluation {
    requireNonNull(point, "point is null");
    requireNonNull(outcome, "outcome is null");
  }

  /** Returns whether it has a score. */
  public boolean scored() {
    return outcome instanceof Outcome.Score;
  }

  /** Returns whether its result has not come yet. */
  public boolean pending() {
    return outcome instanceof Outcome.Pending;
  }

  /** Returns its score; NaN without one. */
  public double score() {
    return outcome instanceof Outcome.Score score ? score.value() : Double.NaN;
  }

  /** Returns the known variance of its score; 0 without one. */
  public double variance() {
    return outcome instanceof Outcome.Score score ? score.variance() : 0;
  }
}
