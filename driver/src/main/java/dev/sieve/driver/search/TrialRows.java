package dev.sieve.driver.search;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.saving.Raced;
import dev.sieve.driver.saving.StageTrials;
import dev.sieve.result.TrialRow;
import dev.sieve.space.Candidate;
import dev.sieve.trial.Score;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Map;

/** The rows of the table {@code trials}, stage by stage. */
final class TrialRows {
  private TrialRows() {}

  /**
   * Returns those of one stage.
   *
   * @param latest how far each of its trials has come
   * @param scores of those that have one
   */
  static List<TrialRow> of(
      SearchConf conf, StageTrials stage, List<TrialResult> latest, Map<Trial, Score> scores) {
    Map<Candidate, String> left =
        stage.stage().conf().race() ? Raced.of(stage, latest).left() : Map.of();
    return latest.stream()
        .map(
            result ->
                stage
                    .stage()
                    .row(
                        conf,
                        result,
                        scores.get(result.trial()),
                        stage.rung(result),
                        left.get(result.trial().candidate())))
        .toList();
  }
}
