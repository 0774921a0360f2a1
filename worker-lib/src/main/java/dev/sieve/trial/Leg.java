package dev.sieve.trial;

import static dev.sieve.Checks.require;

import java.io.Serializable;

/**
 * The epochs of a trial that are trained at once: all of them, or, where halving stops the trials
 * that do badly, those from one rung to the next.
 *
 * @param from epochs that were trained before; 0 where the training begins anew
 * @param until epochs that are trained at its end
 */
public record Leg(int from, int until) implements Serializable {
  public Leg {
    require(0 <= from && from < until, "from", "must be 0 to " + (until - 1), from);
  }

  /** Returns the epochs to train. */
  public int epochs() {
    return until - from;
  }
}
