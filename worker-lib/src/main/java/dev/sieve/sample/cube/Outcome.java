package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

/** What came of an evaluation. */
public sealed interface Outcome {

  /** Returns a score whose noise is not known. */
  static Outcome score(double value) {
    return new Score(value, 0);
  }

  /**
   * It has a score; higher is better.
   *
   * @param value finite
   * @param variance of the part of its noise that is known, p(1 − p)/n of an accuracy over n
   *     images, say; 0 where none is
   */
  record Score(double value, double variance) implements Outcome {
    public Score {
      require(Double.isFinite(value), "a score", "must be finite", value);
      require(
          0 <= variance && variance < Double.POSITIVE_INFINITY,
          "the variance of a score",
          "must be finite and >= 0",
          variance);
    }
  }

  /** It diverged, threw or was lost: told, since the sampler shall stay away. */
  record Failed() implements Outcome {}

  /** It was asked for, and its result has not come yet. */
  record Pending() implements Outcome {}
}
