package dev.sieve.learned;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import java.util.List;
import java.util.Map;

/**
 * What a stage of another run has found. Its data, budgets and networks may have been others, so
 * that all of its scores may be off by the same amount.
 *
 * @param run by which people know it
 * @param examples that validated: each score is of so many
 * @param shared texts of the hyperparameters' columns that are the same in all of its trials
 * @param configurations that it has trained
 */
public record LearnedStage(
    String run,
    String stage,
    int examples,
    Map<String, String> shared,
    List<LearnedConfiguration> configurations) {

  public LearnedStage {
    requireNonNull(run, "run is null");
    requireNonNull(stage, "stage is null");
    Rule.AT_LEAST_ONE.require("examples", examples);
    shared = Map.copyOf(shared);
    configurations = List.copyOf(configurations);
  }

  /** Returns what people know it by: {@code coarse of runs/r1}. */
  public String title() {
    return stage + " of " + run;
  }

  /** Returns whether its trials differ in {@code column}. */
  public boolean varies(String column) {
    return !shared.containsKey(column);
  }

  /**
   * Returns the text of {@code column} in the rows of one; null where the run has no such column.
   */
  public String text(LearnedConfiguration one, String column) {
    return varies(column) ? one.columns().get(column) : shared.get(column);
  }
}
