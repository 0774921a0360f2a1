package dev.sieve.driver.plan;

import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What strategies have been told: the results of each stage, in the order of its trials. */
public final class Told {
  private final Map<String, OfStage> stages = new HashMap<>();

  /** The rounds of one stage, and the results of all of them. */
  private record OfStage(List<Round> rounds, List<TrialResult> results) {}

  /** Adds the results of {@code round}, in the order of its trials, whatever order they came in. */
  void add(String stage, Round round, List<TrialResult> results) {
    OfStage told =
        stages.computeIfAbsent(stage, name -> new OfStage(new ArrayList<>(), new ArrayList<>()));
    told.rounds().add(round);
    told.results().addAll(results);
  }

  /** Returns the rounds of {@code stage} so far, as they are then. */
  public List<Round> rounds(String stage) {
    return stages.containsKey(stage)
        ? Collections.unmodifiableList(stages.get(stage).rounds())
        : List.of();
  }

  /** Returns the results of these rounds, as they are then, one after the other. */
  public List<TrialResult> results(String stage) {
    return stages.containsKey(stage)
        ? Collections.unmodifiableList(stages.get(stage).results())
        : List.of();
  }

  /** Returns the space that the last round of {@code stage} was drawn from; there is one. */
  SearchSpace searched(String stage) {
    List<Round> rounds = rounds(stage);
    return rounds.get(rounds.size() - 1).space();
  }

  /**
   * Returns the best candidates that {@code narrowing} wants to know, best first.
   *
   * @throws SearchFailure where there is none
   */
  List<Candidate> best(Narrowing narrowing) {
    List<Candidate> best =
        Ranking.of(
                results(narrowing.from()),
                result -> result.trial().candidate(),
                TrialResult::validationAccuracy)
            .stream()
            .limit(narrowing.best())
            .map(place -> place.first().trial().candidate())
            .toList();
    if (best.isEmpty()) {
      throw new SearchFailure(
          "no trial of stage " + narrowing.from() + " completed: nothing to go on from");
    }
    return best;
  }
}
