package dev.sieve.export.run;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

/**
 * One trial as {@code trials.csv} has it.
 *
 * @param stage name of its stage
 * @param index its number in that stage, from 0
 * @param row all its columns
 */
public record RunTrial(String stage, int index, Row row) {
  /** What makes a trial worth ranking. */
  private static final String COMPLETED = "COMPLETED";

  public RunTrial {
    requireNonNull(stage, "stage is null");
    check(index >= 0, "index must be >= 0, but was %d", index);
    requireNonNull(row, "row is null");
  }

  static RunTrial of(Row row) {
    return new RunTrial(row.text("stage"), Math.toIntExact(row.count("trial")), row);
  }

  /** Returns {@code fine 3}, say. */
  public String label() {
    return label(stage, String.valueOf(index));
  }

  /** Returns the label of trial {@code index} of {@code stage}, both as tables have them. */
  static String label(String stage, String index) {
    return stage + " " + index;
  }

  public String configuration() {
    return row.text("configuration");
  }

  /** Whether it ended well and was validated: what can be ranked. */
  public boolean completed() {
    return row.text("status").equals(COMPLETED) && !Double.isNaN(validationAccuracy());
  }

  /** In [0, 1]; NaN where it was not measured. */
  public double validationAccuracy() {
    return row.number("validation_accuracy");
  }
}
