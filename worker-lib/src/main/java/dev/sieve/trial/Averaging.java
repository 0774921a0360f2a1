package dev.sieve.trial;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;

/**
 * Of which of its networks a trial's average is, weight by weight: Izmailov, Podoprikhin, Garipov,
 * Vetrov and Wilson, "Averaging Weights Leads to Wider Optima and Better Generalization", UAI 2018.
 *
 * @param epochs at whose ends the networks are averaged, the last ones of the budget; for {@link
 *     Of#LAST} alone
 */
public record Averaging(Of of, int epochs) implements Serializable {
  /** No average. */
  public static final Averaging NONE = new Averaging(Of.NONE, 1);

  /** Which networks. */
  public enum Of {
    /** None: there is no average. */
    NONE,
    /** Those at the ends of the schedule's cycles. */
    CYCLES,
    /** Those at the ends of the last epochs. */
    LAST;

    /** Returns the name by which conf files know this choice. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Averaging {
    requireNonNull(of, "of is null");
    require(epochs >= 1, "average-epochs", "must be >= 1", epochs);
    epochs = of == Of.LAST ? epochs : 1; // of no other does it change anything
  }

  /** Returns whether there is an average. */
  public boolean applies() {
    return of != Of.NONE;
  }
}
