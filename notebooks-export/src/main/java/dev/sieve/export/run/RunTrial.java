package dev.sieve.export.run;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.data.input.Normalization;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import dev.sieve.space.Axes;
import dev.sieve.trial.Status;

/**
 * One trial as {@code trials.csv} has it.
 *
 * @param stage name of its stage
 * @param index its number in that stage, from 0
 * @param row all its columns
 */
public record RunTrial(String stage, int index, Row row) {
  private static final String EPOCHS = Axes.EPOCHS.columns().get(0).header();

  public RunTrial {
    requireNonNull(stage, "stage is null");
    check(index >= 0, "index must be >= 0, but was %d", index);
    requireNonNull(row, "row is null");
  }

  static RunTrial of(Row row) {
    return new RunTrial(
        row.text(TrialTable.STAGE), Math.toIntExact(row.count(TrialTable.TRIAL)), row);
  }

  /** Returns the same where examples are no images: its normalization is called by features. */
  RunTrial ofFeatures() {
    Normalization known = Normalization.of(row.text(TrialTable.NORMALIZATION));
    return known == null
        ? this
        : new RunTrial(stage, index, row.with(TrialTable.NORMALIZATION, known.ofFeatures()));
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
    return row.text(TrialTable.CONFIGURATION);
  }

  /** COMPLETED, DIVERGED, FAILED or PRUNED. */
  public String status() {
    return row.text(TrialTable.STATUS);
  }

  /** Returns the number of passes over the training images that it was granted. */
  public double epochs() {
    return row.number(pruned() ? TrialTable.RUNG.header() : EPOCHS);
  }

  /** Whether halving stopped it before its end: neither a result nor a failure. */
  public boolean pruned() {
    return status().equals(Status.PRUNED.name());
  }

  /** Whether it has no accuracy since something went wrong. */
  public boolean failed() {
    return !completed() && !pruned();
  }

  /** Whether it ended well and was validated: what can be ranked. */
  public boolean completed() {
    return status().equals(Status.COMPLETED.name()) && !Double.isNaN(validationAccuracy());
  }

  /** In [0, 1]; NaN where it was not measured. */
  public double validationAccuracy() {
    return row.number(TrialTable.VALIDATION_ACCURACY);
  }
}
