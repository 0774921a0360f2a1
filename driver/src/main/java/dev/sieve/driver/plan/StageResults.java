package dev.sieve.driver.plan;

import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.plan.cube.Configurations;
import dev.sieve.driver.plan.cube.TrialLegs;
import dev.sieve.driver.stage.Stage;
import dev.sieve.result.ImportanceRow;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Confirmation;
import dev.sieve.trial.Confirmation.Chosen;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.Ranking.Place;
import dev.sieve.trial.Score;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The results of one stage so far, and what its configurations are worth by them.
 *
 * @param space that its trials were drawn from
 * @param legs of its trials
 * @param before those of the stage that it waits for, where it does
 */
public record StageResults(
    Stage stage, SearchSpace space, TrialLegs legs, Optional<StageResults> before) {

  /** Returns how far each trial has come, by trial. */
  private List<TrialResult> results() {
    return legs.latest();
  }

  /** Returns its configurations. */
  Configurations configurations() {
    return new Configurations(space, legs, stage.metric(), validationImages());
  }

  /** Returns what each searched hyperparameter does, as the search called {@code name} shows it. */
  public List<ImportanceRow> importance(String name) {
    return configurations().importance(name, stage.name());
  }

  private int validationImages() {
    return stage.split().validation().length;
  }

  /** Returns what its fresh repeats confirm; nothing where it has none, or is another kind. */
  public Optional<Confirmation> confirmation() {
    return results().isEmpty()
        ? Optional.empty()
        : stage
            .conf()
            .plan()
            .map(
                search -> Optional.empty(),
                confirm ->
                    before.map(
                        chooser ->
                            new Confirmation(chooser.chosen(), results(), validationImages())),
                last -> Optional.empty());
  }

  /** Returns what is known of each configuration, for a stage that confirms it. */
  private Map<Candidate, Chosen> chosen() {
    Map<Trial, Score> scores = configurations().scores();
    ToDoubleFunction<TrialResult> worth = worth();
    Map<Candidate, Chosen> chosen = new HashMap<>();
    for (Place<TrialResult> place : ranking(TrialResult::validationAccuracy)) {
      TrialResult known =
          place.repeats().stream()
              .filter(result -> result.status() == Status.COMPLETED)
              .findFirst()
              .orElseThrow();
      chosen.put(
          known.trial().candidate(),
          new Chosen(
              place.first().trial(),
              place.standing().mean(),
              scores.get(known.trial()),
              stage.conf().chooses(ChooseBy.POSTERIOR_MEAN)
                  ? worth.applyAsDouble(known)
                  : place.standing().mean()));
    }
    return chosen;
  }

  /** Returns the score of each trial that completed; none where accuracies choose. */
  public Map<Trial, Score> scores() {
    if (!stage.conf().chooses(ChooseBy.POSTERIOR_MEAN)) {
      return stage.metric() == Metric.ACCURACY ? Map.of() : ownScores();
    }
    return confirmation().map(Confirmation::scores).orElseGet(() -> configurations().scores());
  }

  private Map<Trial, Score> ownScores() {
    Map<Trial, Score> scores = new HashMap<>();
    results().stream()
        .filter(result -> result.status() == Status.COMPLETED)
        .forEach(
            result ->
                scores.put(result.trial(), new Score(stage.metric().worth(result), Double.NaN)));
    return scores;
  }

  /** Returns its configurations of which a trial completed, best first. */
  List<Place<TrialResult>> ranking() {
    return ranking(worth());
  }

  private List<Place<TrialResult>> ranking(ToDoubleFunction<TrialResult> worth) {
    return Ranking.of(results(), result -> result.trial().candidate(), worth);
  }

  /** Returns what a result counts where the best are chosen; NaN unless it completed. */
  private ToDoubleFunction<TrialResult> worth() {
    if (!stage.conf().chooses(ChooseBy.POSTERIOR_MEAN)) {
      return stage.metric()::worth;
    }
    Map<Trial, Score> scores = scores();
    return result ->
        scores.containsKey(result.trial()) ? scores.get(result.trial()).mean() : Double.NaN;
  }
}
