package dev.sieve.driver.saving;

import dev.sieve.space.Candidate;
import dev.sieve.statistics.PruningAudit;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What pruning has saved in a stage, and what it has cost.
 *
 * @param rule how it pruned, in words
 * @param configurations that were trained up to each rung or beyond for the search itself, by its
 *     epochs
 * @param trialEpochs trained, {@code ofAudit} among them
 * @param ofAudit trained only to see what pruning costs
 * @param whole trial-epochs that training all to the end would have taken
 * @param overBest pruned configurations that would have beaten the best one that was kept
 * @param overMedian those that would have beaten the median of the kept ones
 */
public record Pruning(
    String stage,
    String rule,
    SortedMap<Integer, Integer> configurations,
    long trialEpochs,
    long ofAudit,
    long whole,
    PruningAudit overBest,
    PruningAudit overMedian) {

  /** Returns that of a stage whose trials have come so far. */
  static Pruning of(StageTrials trials, List<TrialResult> onAllLegs, List<TrialResult> latest) {
    List<Trial> beyond =
        onAllLegs.stream().map(TrialResult::trial).filter(trials::isAudit).toList();
    return new Pruning(
        trials.stage().name(),
        trials.stage().conf().pruner().orElseThrow().title(),
        configurations(
            onAllLegs.stream().map(TrialResult::trial).filter(t -> !trials.isAudit(t)).toList()),
        epochs(onAllLegs.stream().map(TrialResult::trial).toList()),
        epochs(beyond),
        trials.planned().stream().mapToLong(Trial::epochs).sum(),
        audit(trials, latest, kept -> kept[kept.length - 1]),
        audit(trials, latest, Pruning::median));
  }

  private static SortedMap<Integer, Integer> configurations(List<Trial> trials) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                trial -> trial.leg().until(),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.mapping(Trial::candidate, Collectors.toSet()), Set::size)));
  }

  private static long epochs(Collection<Trial> trials) {
    return trials.stream().map(Trial::leg).mapToLong(Leg::epochs).sum();
  }

  /**
   * Returns what the audit tells of configurations that would have beaten {@code bar}, what some
   * are worth of those that were kept.
   */
  private static PruningAudit audit(
      StageTrials trials, List<TrialResult> latest, ToDoubleFunction<double[]> bar) {
    Set<Candidate> pruned = new HashSet<>();
    Set<Candidate> audited = new HashSet<>();
    for (TrialResult result : latest) {
      if (trials.rung(result) != null) {
        pruned.add(result.trial().candidate());
        if (result.status() != Status.PRUNED) {
          audited.add(result.trial().candidate());
        }
      }
    }
    Map<Boolean, List<Double>> means =
        Ranking.of(latest, result -> result.trial().candidate(), trials.stage().metric()::worth)
            .stream()
            .collect(
                Collectors.partitioningBy(
                    place -> audited.contains(place.first().trial().candidate()),
                    Collectors.mapping(place -> place.standing().mean(), Collectors.toList())));
    double[] kept = means.get(false).stream().mapToDouble(mean -> mean).sorted().toArray();
    double high = kept.length == 0 ? Double.NEGATIVE_INFINITY : bar.applyAsDouble(kept);
    int better = (int) means.get(true).stream().filter(mean -> mean > high).count();
    return new PruningAudit(pruned.size(), audited.size(), better);
  }

  /**
   * @param sorted at least one
   */
  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
