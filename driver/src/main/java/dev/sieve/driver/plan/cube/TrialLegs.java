package dev.sieve.driver.plan.cube;

import dev.sieve.trial.Metric;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of each trial of a stage on the legs of its way: more than one where halving has let it
 * go on from a rung.
 */
public final class TrialLegs {
  private final SortedMap<Integer, List<TrialResult>> legs = new TreeMap<>();

  /**
   * @param results in the order of the legs of each trial
   */
  public TrialLegs(List<TrialResult> results) {
    for (TrialResult result : results) {
      legs.computeIfAbsent(result.trial().index(), trial -> new ArrayList<>(1)).add(result);
    }
  }

  /** Returns how far each trial has come, in their order. */
  public List<TrialResult> latest() {
    return legs.values().stream().map(TrialLegs::last).toList();
  }

  private static TrialResult last(List<TrialResult> results) {
    return results.get(results.size() - 1);
  }

  /** Returns what each trial was at {@code rung} that has come there, in their order. */
  public List<TrialResult> at(int rung) {
    return legs.values().stream()
        .flatMap(List::stream)
        .filter(result -> isAt(rung, result))
        .toList();
  }

  /**
   * Returns what {@code pruned} is expected to be worth at the end of its budget: what it was worth
   * at its rung, and what those that were trained to the end have gained since that rung, on
   * average. What samplers are told so is on one scale for all trials, and smooth where survivors
   * and pruned trials are neighbours.
   */
  double expected(TrialResult pruned, Metric metric) {
    return metric.possible(metric.worthSoFar(pruned) + gain(pruned.trial().leg().until(), metric));
  }

  /** Returns what was gained since {@code rung}, on average; 0 where nobody knows. */
  private double gain(int rung, Metric metric) {
    return legs.values().stream()
        .filter(results -> last(results).status() == Status.COMPLETED)
        .flatMapToDouble(
            results ->
                results.stream()
                    .filter(at -> isAt(rung, at))
                    .mapToDouble(at -> metric.worth(last(results)) - metric.worthSoFar(at)))
        .average()
        .orElse(0);
  }

  private static boolean isAt(int rung, TrialResult result) {
    return result.status() == Status.PRUNED && result.trial().leg().until() == rung;
  }
}
