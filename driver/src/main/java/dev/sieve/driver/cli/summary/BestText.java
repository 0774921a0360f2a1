package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.cli.show.VariedHyperparameters;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Ranking.Place;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The best configurations of a search, as a table. Losses have their own sign. */
final class BestText {
  private BestText() {}

  /**
   * @param best first
   * @param metric what the search maximizes
   */
  static String of(List<Place<TrialResult>> best, Metric metric) {
    VariedHyperparameters varied =
        VariedHyperparameters.of(best.stream().map(place -> place.first().trial()).toList());
    boolean scored = best.stream().anyMatch(place -> isScored(place, metric));
    boolean repeated = best.stream().anyMatch(place -> place.repeats().size() > 1);
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(metric, scored, repeated, varied));
    for (Place<TrialResult> place : best) {
      Trial trial = place.first().trial();
      List<String> row = new ArrayList<>(List.of(trial.stage(), String.valueOf(trial.index())));
      if (scored) {
        double score = metric.natural(place.standing().mean());
        row.add(isScored(place, metric) ? FinalText.accuracy(score) : "-");
      }
      row.add(FinalText.accuracy(mean(place.repeats(), TrialResult::validation, metric)));
      row.add(FinalText.accuracy(mean(place.repeats(), TrialResult::train, metric)));
      if (repeated) {
        row.add(repeats(place.repeats()));
      }
      row.addAll(varied.values(trial));
      rows.add(row);
    }
    return Texts.format("%nBest configurations, by %s:%n", by(metric, scored, repeated))
        + TextTable.aligned(rows).indent(2);
  }

  private static List<String> header(
      Metric metric, boolean scored, boolean repeated, VariedHyperparameters varied) {
    List<String> header = new ArrayList<>(List.of("stage", "trial"));
    if (scored) {
      header.add(metric == Metric.ACCURACY ? "score" : "expected");
    }
    header.addAll(List.of("validation", "train"));
    if (repeated) {
      header.add("repeats");
    }
    header.addAll(varied.names());
    return header;
  }

  private static String by(Metric metric, boolean scored, boolean repeated) {
    if (scored) {
      return metric == Metric.ACCURACY ? "score" : "expected validation " + metric.title();
    }
    return (repeated ? "mean validation " : "validation ") + metric.title();
  }

  /** Returns whether it is ranked by something else than the mean of its repeats. */
  private static boolean isScored(Place<TrialResult> place, Metric metric) {
    double own =
        place.repeats().stream()
            .mapToDouble(metric::worth)
            .filter(worth -> !Double.isNaN(worth))
            .average()
            .orElseThrow();
    return place.standing().mean() != own;
  }

  /** Returns the mean over the repeats that completed, one at least. */
  static double mean(List<TrialResult> repeats, Function<TrialResult, Metrics> of, Metric metric) {
    return repeats.stream()
        .filter(result -> result.status() == Status.COMPLETED)
        .map(of)
        .mapToDouble(metrics -> metric.natural(metric.worth(metrics)))
        .average()
        .orElseThrow();
  }

  /** Returns how many there are: {@code 3}, or {@code 2 of 3} where one did not complete. */
  private static String repeats(List<TrialResult> repeats) {
    long completed = repeats.stream().filter(result -> result.status() == Status.COMPLETED).count();
    return completed == repeats.size() ? "" + completed : completed + " of " + repeats.size();
  }
}
