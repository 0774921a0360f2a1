package dev.sieve.driver.plan;

import dev.sieve.driver.conf.Halving;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Successive halving of whatever another strategy draws: a round for each rung, until no trial is
 * left that could go on; then what is drawn next; at last, an audit of what was pruned. Trials are
 * promoted by their rank among those of their round, which no order of arrival changes.
 *
 * @param drawn which configurations there are
 */
record InRungs(long searchSeed, StageConf stage, Halving halving, Strategy drawn)
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
        .or(() -> drawn.next(told).map(this::upToFirstRung))
        .or(() -> audit(told));
  }

  @Override
  public Optional<String> endedEarly(Told told) {
    return drawn.endedEarly(told.beforeAudit(stage.name()));
  }

  private Round upToFirstRung(Round round) {
    Leg first = new Leg(0, halving.first());
    List<Trial> trials = round.trials().stream().map(trial -> trial.on(first)).toList();
    return new Round(trials, round.space(), round.reasons());
  }

  /** Returns the next rung of {@code last}; nothing where none of its trials can go on. */
  private Optional<Round> promoted(Told told, Round last) {
    int rung = last.trials().get(0).leg().until();
    Optional<Integer> next = halving.after(rung);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Set<Trial> those = new HashSet<>(last.trials());
    List<TrialResult> results =
        told.results(stage.name()).stream()
            .filter(result -> those.contains(result.trial()))
            .toList();
    Set<Candidate> best = best(results, told.metric(stage.name()));
    List<Trial> trials =
        results.stream()
            .filter(result -> result.status() == Status.PRUNED)
            .map(TrialResult::trial)
            .filter(trial -> best.contains(trial.candidate()))
            .map(trial -> goingOn(trial, next.get()))
            .toList();
    return trials.isEmpty() ? Optional.empty() : Optional.of(new Round(trials, last.space()));
  }

  private Set<Candidate> best(List<TrialResult> results, Metric metric) {
    Set<Candidate> best = new HashSet<>();
    int all = (int) results.stream().map(result -> result.trial().candidate()).distinct().count();
    Ranking.of(results, result -> result.trial().candidate(), metric::worthSoFar).stream()
        .limit(halving.kept(all))
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
            .limit(halving.audited(order.length))
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
