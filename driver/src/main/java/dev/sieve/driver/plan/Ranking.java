package dev.sieve.driver.plan;

import dev.sieve.space.Candidate;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which candidates of a stage are best: those of which every repeat completed first, then by the
 * mean of their repeats' validation accuracies, then in the stage's order.
 */
final class Ranking {
  private Ranking() {}

  /** Returns the best {@code count} of the candidates of which at least one repeat completed. */
  static List<Candidate> best(List<TrialResult> results, int count) {
    Map<Candidate, List<TrialResult>> repeats = new LinkedHashMap<>();
    for (TrialResult result : results) {
      repeats.computeIfAbsent(result.trial().candidate(), chosen -> new ArrayList<>()).add(result);
    }
    repeats.values().removeIf(group -> group.stream().noneMatch(Ranking::completed));
    Comparator<Map.Entry<Candidate, List<TrialResult>>> bestFirst =
        Comparator.comparing(entry -> !entry.getValue().stream().allMatch(Ranking::completed));
    return repeats.entrySet().stream()
        .sorted(
            bestFirst.thenComparing(
                entry -> meanAccuracy(entry.getValue()), Comparator.reverseOrder()))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean completed(TrialResult result) {
    return result.status() == Status.COMPLETED;
  }

  private static double meanAccuracy(List<TrialResult> repeats) {
    return repeats.stream()
        .filter(Ranking::completed)
        .mapToDouble(result -> result.validation().accuracy())
        .average()
        .orElseThrow();
  }
}
