package dev.sieve.learned;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;
import java.util.Map;

/**
 * A configuration that another search has trained.
 *
 * @param columns texts of the table {@code trials}, of the hyperparameters that its stage varies
 * @param repeats how many times it was trained
 * @param worth mean of what the search maximizes, higher is better; null where all of them diverged
 */
public record LearnedConfiguration(Map<String, String> columns, int repeats, Double worth) {

  public LearnedConfiguration {
    columns = Map.copyOf(columns);
    Rule.AT_LEAST_ONE.require("repeats", repeats);
    require(worth == null || Double.isFinite(worth), "worth", "must be finite", worth);
  }
}
