package dev.sieve.driver.plan;

import dev.sieve.driver.conf.MedianStopping;
import dev.sieve.driver.conf.Pruner;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.sample.Streams;
import dev.sieve.space.Candidate;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prunes whatever another strategy draws: a round for each rung, until no trial is left that could
 * go on; then what is drawn next; at last, an audit of what was pruned. Trials go on by what others
 * were worth at their rung, which no order of arrival changes.
 *
 * @param drawn which configurations there are
 */
record InRungs(long searchSeed, StageConf stage, Pruner pruner, Strategy drawn)
    implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    List<Round> rounds = told.rounds(stage.name());
    if (!rounds.isEmpty() && rounds.get(rounds.size() - 1).audit()) {
      return Optional.empty();
    }
    return (rounds.isEmpty()
            ? Optional.<Round>empty()
            : promoted(told, rounds.get(rounds.size() - 1)))
        .or(() -> drawn.next(told).map(this::upToFirstRungs))
        .or(() -> audit(told));
  }

  @Override
  public Optional<String> endedEarly(Told told) {
    return drawn.endedEarly(told.beforeAudit(stage.name()));
  }

  /** Chance, by the seed, says which configurations begin at which rung: not their order. */
  private Round upToFirstRungs(Round round) {
    List<Candidate> drawnNow = round.trials().stream().map(Trial::candidate).distinct().toList();
    List<Integer> rungs = pruner.firstRungs(drawnNow.size());
    int[] order = IntStream.range(0, rungs.size()).toArray();
    Streams.of(searchSeed, "brackets", stage.name(), round.trials().get(0).index()).shuffle(order);
    Map<Candidate, Leg> first = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      first.put(drawnNow.get(order[i]), new Leg(0, rungs.get(i)));
    }
    List<Trial> trials =
        round.trials().stream().map(trial -> trial.on(first.get(trial.candidate()))).toList();
    return new Round(trials, round.space(), round.reasons());
  }

  /**
   * Returns those trials of {@code last} on their way to their next rung that go on; nothing where
   * none can. Those at one rung are of one bracket.
   */
  private Optional<Round> promoted(Told told, Round last) {
    Set<Trial> those = new HashSet<>(last.trials());
    List<TrialResult> results =
        told.results(stage.name()).stream()
            .filter(result -> those.contains(result.trial()))
            .toList();
    List<Trial> trials =
        results.stream()
            .collect(Collectors.groupingBy(at -> at.trial().leg().until()))
            .entrySet()
            .stream()
            .flatMap(at -> promoted(told, at.getKey(), at.getValue()))
            .sorted(Comparator.comparingInt(Trial::index))
            .toList();
    return trials.isEmpty() ? Optional.empty() : Optional.of(new Round(trials, last.space()));
  }

  private Stream<Trial> promoted(Told told, int rung, List<TrialResult> results) {
    Optional<Integer> next = pruner.after(rung);
    if (next.isEmpty()) {
      return Stream.empty();
    }
    Metric metric = told.metric(stage.name());
    Set<Candidate> good =
        pruner instanceof MedianStopping median
            ? new AboveMedian(median.earlier(), metric).of(told.at(rung, stage.name()))
            : best(results, metric);
    return results.stream()
        .filter(result -> result.status() == Status.PRUNED)
        .map(TrialResult::trial)
        .filter(trial -> good.contains(trial.candidate()))
        .map(trial -> goingOn(trial, next.get()));
  }

  private Set<Candidate> best(List<TrialResult> results, Metric metric) {
    Set<Candidate> best = new HashSet<>();
    int all = (int) results.stream().map(result -> result.trial().candidate()).distinct().count();
    Ranking.of(results, result -> result.trial().candidate(), metric::worthSoFar).stream()
        .limit(pruner.kept(all))
        .forEach(place -> best.add(place.first().trial().candidate()));
    return best;
  }

  /** A schedule that depends on the budget has come to its end at the rung, and begins anew. */
  private static Trial goingOn(Trial trial, int until) {
    boolean anew = trial.hyperparameters().schedule().dependsOnBudget();
    return trial.on(new Leg(anew ? 0 : trial.leg().until(), until));
  }

  /** Trains a share of the pruned configurations to the end; draws them by the search's seed. */
  private Optional<Round> audit(Told told) {
    Map<Candidate, List<Trial>> pruned = new LinkedHashMap<>();
    told.results(stage.name()).stream()
        .filter(result -> result.status() == Status.PRUNED)
        .map(TrialResult::trial)
        .forEach(
            trial -> pruned.computeIfAbsent(trial.candidate(), c -> new ArrayList<>()).add(trial));
    int[] order = IntStream.range(0, pruned.size()).toArray();
    Streams.of(searchSeed, "audit", stage.name()).shuffle(order);
    List<List<Trial>> configurations = List.copyOf(pruned.values());
    List<Trial> trials =
        IntStream.of(order)
            .limit(pruner.audited(order.length))
            .sorted()
            .mapToObj(configurations::get)
            .flatMap(List::stream)
            .map(trial -> goingOn(trial, trial.epochs()))
            .toList();
    return trials.isEmpty()
        ? Optional.empty()
        : Optional.of(new Round(trials, told.searched(stage.name()), List.of(), true));
  }
}
