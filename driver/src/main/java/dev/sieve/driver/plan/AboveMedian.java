package dev.sieve.driver.plan;

import dev.sieve.space.Candidate;
import dev.sieve.trial.Metric;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which configurations go on from a rung by median stopping: those that are there no worse than the
 * median of all before them, in the order of trials. Repeats of one count by their mean.
 *
 * @param earlier configurations before one that is compared, at least
 */
record AboveMedian(int earlier, Metric metric) {

  /**
   * Returns them.
   *
   * @param atRung all that has come to the rung, now or in rounds before, in the order of trials
   */
  Set<Candidate> of(List<TrialResult> atRung) {
    Map<Candidate, List<Double>> worths = new LinkedHashMap<>();
    atRung.forEach(
        result ->
            worths
                .computeIfAbsent(result.trial().candidate(), c -> new ArrayList<>())
                .add(metric.worthSoFar(result)));
    Set<Candidate> above = new HashSet<>();
    List<Double> before = new ArrayList<>(); // rising
    worths.forEach(
        (candidate, repeats) -> {
          double mean = repeats.stream().mapToDouble(worth -> worth).average().orElseThrow();
          if (before.size() < earlier || mean >= median(before)) {
            above.add(candidate);
          }
          int place = Collections.binarySearch(before, mean);
          before.add(place < 0 ? -place - 1 : place, mean);
        });
    return above;
  }

  /**
   * @param rising at least one
   */
  private static double median(List<Double> rising) {
    return (rising.get((rising.size() - 1) / 2) + rising.get(rising.size() / 2)) / 2;
  }
}
