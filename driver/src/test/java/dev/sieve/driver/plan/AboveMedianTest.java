package dev.sieve.driver.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboveMedianTest {
  private static final String STAGES =
      """
      training.epochs = 4
      stages = [only]
      stage.only { repeats = 2, space.l2 = [0, 0.1, 0.2, 0.3, 0.4, 0.5] }
      """;

  /** Two trials for each of six configurations. */
  private static final List<Trial> TRIALS =
      Rounds.first(LocalSearch.of(STAGES).conf(), LocalSearch.IMAGES).trials();

  private static TrialResult at(Trial trial, double accuracy) {
    return TrialResult.pruned(trial.on(new Leg(0, 2)), 8, new Metrics(1, 1, accuracy), List.of());
  }

  /** Returns which of the configurations with these accuracies, the same of both repeats, go on. */
  private static List<Integer> above(int earlier, double... accuracies) {
    List<TrialResult> results = new ArrayList<>();
    for (int i = 0; i < accuracies.length; i++) {
      results.add(at(TRIALS.get(2 * i), accuracies[i] - 0.01));
      results.add(at(TRIALS.get(2 * i + 1), accuracies[i] + 0.01));
    }
    Set<?> above = new AboveMedian(earlier, Metric.ACCURACY).of(results);
    List<Integer> going = new ArrayList<>();
    for (int i = 0; i < accuracies.length; i++) {
      if (above.contains(TRIALS.get(2 * i).candidate())) {
        going.add(i);
      }
    }
    return going;
  }

  @Test
  void firstOnes_goOnInAnyCase() {
    assertEquals(List.of(0, 1, 2), above(3, 0.5, 0.4, 0.3, 0.2));
  }

  /**
   * The median of the first three is 0.4; an even number of them has the mean of the middle two.
   */
  @ParameterizedTest
  @CsvSource({
    "0.36, 0.34, '0, 1, 2', 0.1",
    "0.3, 0.5, '0, 1, 2, 4, 5', 0.45",
    "0.4, 0.4, '0, 1, 2, 3, 4', 0.2"
  })
  void others_areComparedWithAllBeforeThem(
      double fourth, double fifth, String going, double sixth) {
    assertEquals("[" + going + "]", above(3, 0.5, 0.4, 0.3, fourth, fifth, sixth).toString());
  }
}
