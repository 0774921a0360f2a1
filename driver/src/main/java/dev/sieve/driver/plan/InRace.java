package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.space.Candidate;
import dev.sieve.statistics.Race;
import dev.sieve.trial.Metric;
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

/**
 * A race of whatever another strategy draws: a round for each repeat, of the configurations that
 * are still in it, until they have all their repeats; then what is drawn next. Those that the
 * sampler has drawn before are rivals, too.
 *
 * @param drawn which configurations there are; asks for one repeat of each
 */
record InRace(StageConf stage, Strategy drawn) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    List<Round> rounds = told.rounds(stage.name());
    return (rounds.isEmpty()
            ? Optional.<Round>empty()
            : repeated(told, rounds.get(rounds.size() - 1)))
        .or(() -> drawn.next(told).map(round -> once(told, round)));
  }

  @Override
  public Optional<String> endedEarly(Told told) {
    return drawn.endedEarly(told);
  }

  /** Returns {@code round} with one repeat of a configuration that was drawn twice. */
  private Round once(Told told, Round round) {
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    Set<Candidate> drawn = new HashSet<>();
    round.trials().stream()
        .filter(trial -> drawn.add(trial.candidate()))
        .forEach(trial -> numbering.add(trial.candidate(), trial.point()));
    return new Round(numbering.trials(), round.space(), round.reasons());
  }

  /** Returns the next repeat of those of {@code last} that stay; nothing where none is left. */
  private Optional<Round> repeated(Told told, Round last) {
    int done = last.trials().get(0).repeat() + 1;
    if (done == stage.repeats()) {
      return Optional.empty();
    }
    Set<Candidate> staying = staying(told, done);
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    last.trials().stream()
        .filter(trial -> staying.contains(trial.candidate()))
        .forEach(trial -> numbering.add(trial.candidate(), trial.point()));
    List<Trial> trials = numbering.trials();
    return trials.isEmpty() ? Optional.empty() : Optional.of(new Round(trials, last.space()));
  }

  /** Returns the configurations that are not worse by their first {@code done} repeats. */
  private Set<Candidate> staying(Told told, int done) {
    Metric metric = told.metric(stage.name());
    Map<Candidate, List<Double>> worths = new LinkedHashMap<>();
    Set<Candidate> failed = new HashSet<>();
    for (TrialResult result : told.results(stage.name())) {
      Candidate candidate = result.trial().candidate();
      if (result.status() == Status.COMPLETED) {
        worths.computeIfAbsent(candidate, c -> new ArrayList<>()).add(metric.worth(result));
      } else {
        failed.add(candidate);
      }
    }
    worths.keySet().removeAll(failed);
    worths.values().removeIf(row -> row.size() < done);
    List<Candidate> candidates = List.copyOf(worths.keySet());
    List<List<Double>> rows = worths.values().stream().map(row -> row.subList(0, done)).toList();
    Race race =
        new Race(stage.plan().configurations(), stage.repeats(), told.resolution(stage.name()));
    List<Boolean> leaving = race.leave(rows);
    Set<Candidate> staying = new HashSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (!leaving.get(i)) {
        staying.add(candidates.get(i));
      }
    }
    return staying;
  }
}
