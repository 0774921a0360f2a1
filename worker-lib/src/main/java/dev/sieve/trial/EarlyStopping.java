package dev.sieve.trial;

import static dev.sieve.Checks.require;

import java.io.Serializable;

/**
 * When a trial stops before the end of its budget: after {@code patience} measurements in a row
 * whose validation accuracy, or what else the search maximizes, is not more than {@code
 * minImprovement} above the best before. The trial is COMPLETED with the network of its best
 * measurement: Prechelt, "Early Stopping – But When?", Neural Networks: Tricks of the Trade, 1998.
 *
 * @param patience measurements; 0 never stops, and leaves the last network
 */
public record EarlyStopping(int patience, double minImprovement) implements Serializable {

  /** Trains to the end of the budget. */
  public static final EarlyStopping NEVER = new EarlyStopping(0, 0);

  public EarlyStopping {
    require(patience >= 0, "patience", "must be >= 0", patience);
    require(
        0 <= minImprovement && minImprovement < 1,
        "min-improvement",
        "must be in [0, 1)",
        minImprovement);
  }

  /** Returns whether trials may stop early. */
  public boolean applies() {
    return patience > 0;
  }
}
