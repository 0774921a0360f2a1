package dev.sieve.driver.plan;

import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.Score;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What strategies have been told: the results of each stage, in the order of its trials. */
public final class Told {
  private final Map<String, OfStage> stages = new HashMap<>();

  /** The rounds of one stage, and the results of all of them. */
  private record OfStage(Stage stage, List<Round> rounds, List<TrialResult> results) {
    SearchSpace searched() {
      return rounds.get(rounds.size() - 1).space();
    }

    Configurations configurations() {
      return new Configurations(searched(), results, stage.split().validation().length);
    }

    /** Returns what {@code result} counts where the best are chosen; NaN unless it completed. */
    ToDoubleFunction<TrialResult> worth() {
      return stage.conf().chooses(ChooseBy.POSTERIOR_MEAN)
          ? worth(configurations().scores())
          : TrialResult::validationAccuracy;
    }

    private static ToDoubleFunction<TrialResult> worth(Map<Trial, Score> scores) {
      return result ->
          scores.containsKey(result.trial()) ? scores.get(result.trial()).mean() : Double.NaN;
    }
  }

  /** Adds the results of {@code round}, in the order of its trials, whatever order they came in. */
  void add(Stage stage, Round round, List<TrialResult> results) {
    OfStage told =
        stages.computeIfAbsent(
            stage.name(), name -> new OfStage(stage, new ArrayList<>(), new ArrayList<>()));
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

  /** Returns the configurations of these results; none where there are no rounds. */
  Configurations configurations(String stage) {
    return stages.containsKey(stage)
        ? stages.get(stage).configurations()
        : new Configurations(SearchSpace.EMPTY, List.of(), 1);
  }

  /** Returns the space that the last round of {@code stage} was drawn from; there is one. */
  SearchSpace searched(String stage) {
    return stages.get(stage).searched();
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
                stages.get(narrowing.from()).worth())
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
