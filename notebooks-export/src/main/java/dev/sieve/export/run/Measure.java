package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.trial.Metric;
import java.util.List;

/**
 * What a search went by, as figures show it: accuracy, unless its conf says otherwise.
 *
 * @param column that has it, of the validation examples
 */
public record Measure(Metric metric, Column<TrialRow> column) {

  /** Returns that of a search. */
  public static Measure of(Run run) {
    return new Measure(run.metric(), run.measure());
  }

  /** Returns that of all {@code runs}; accuracy, where theirs differ. */
  public static Measure of(List<Run> runs) {
    Measure first = of(runs.get(0));
    return runs.stream().allMatch(run -> of(run).equals(first))
        ? first
        : new Measure(Metric.ACCURACY, TrialTable.validation(Metric.ACCURACY));
  }

  /** Returns its name in words. */
  public String name() {
    return metric.title();
  }

  /**
   * Returns the title of its axis, with unit: a loss is a plain number, all others are per cents.
   */
  public String title() {
    return "Validation " + name() + (isLoss() ? "" : " (%)");
  }

  /** Returns whether it is a loss: a number of which less is better. */
  public boolean isLoss() {
    return metric == Metric.LOSS;
  }

  /** Returns how figures by it are known: {@code accuracy}. */
  public String id() {
    return metric == Metric.ACCURACY ? "accuracy" : column.header().replace('_', '-');
  }

  /** Returns what {@code trial} reached; NaN where it has no result. */
  public double of(RunTrial trial) {
    return trial.completed() ? trial.row().number(column) : Double.NaN;
  }

  /** Returns the better of two; NaN is worse than any number. */
  public double better(double one, double other) {
    if (Double.isNaN(one) || Double.isNaN(other)) {
      return Double.isNaN(one) ? other : one;
    }
    return isLoss() ? Math.min(one, other) : Math.max(one, other);
  }

  /** Returns {@code left} or {@code right}: where on its axis the better numbers lie. */
  public String betterSide() {
    return isLoss() ? "left" : "right";
  }

  /** Returns how many of {@code failed} trials lie before all results on its axis. */
  public int before(int failed) {
    return isLoss() ? 0 : failed;
  }
}
