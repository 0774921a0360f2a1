package dev.sieve.driver.repeat;

import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Optional;

/**
 * A trial that was trained once more.
 *
 * @param failureMessage what went wrong; null where nothing did
 * @param differences from its rows, empty where all digits are the same; nothing where neither
 *     tables nor journal hold it
 */
public record Repetition(
    TrialResult result, String failureMessage, Optional<List<Difference>> differences) {

  /** Returns whether all digits are the same. */
  public boolean isSame() {
    return differences.map(List::isEmpty).orElse(false);
  }

  /**
   * A value that is not what the table says.
   *
   * @param place table, and the row in it
   * @param recorded as the table's CSV file has it, and {@code now} as it would be written
   */
  public record Difference(String place, String column, String recorded, String now) {}
}
