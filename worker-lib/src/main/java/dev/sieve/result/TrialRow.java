package dev.sieve.result;

import dev.sieve.net.Topology;
import dev.sieve.schedule.Horizon;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Score;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;

/**
 * One row of {@link TrialTable}.
 *
 * @param search name of the search
 * @param seed the search's
 * @param normalization of the stage, as tables show it
 * @param inputs d, and {@code classes} C: what the number of parameters depends on
 * @param trainImages images that trained, and {@code validationImages} those that validated
 * @param score what it counts where the best are chosen; null where that is its accuracy
 * @param rung epochs after which it was pruned; null where it was not
 * @param leftRace why its configuration got no further repeats; null where it left no race
 */
public record TrialRow(
    String search,
    long seed,
    String normalization,
    int inputs,
    int classes,
    int trainImages,
    int validationImages,
    TrialResult result,
    Score score,
    Integer rung,
    String leftRace) {

  Trial trial() {
    return result.trial();
  }

  Hyperparameters hyperparameters() {
    return trial().hyperparameters();
  }

  Long parameters() {
    return new Topology(inputs, hyperparameters().hidden(), classes).parameters();
  }

  /** Returns how long the trial trains, were it to train to its end. */
  Horizon horizon() {
    return Horizon.of(trainImages, hyperparameters().batchSize(), trial().epochs());
  }

  Integer ensembleSize() {
    return result.ensemble() == null ? null : result.ensemble().size();
  }

  Metrics ensembleValidation() {
    return result.ensemble() == null ? null : result.ensemble().validation();
  }

  Metrics ensembleTest() {
    return result.ensemble() == null ? null : result.ensemble().test();
  }

  Measured ensembleMirror() {
    return result.ensemble() == null ? null : result.ensemble().mirror();
  }

  Double scoreDeviation() {
    return score == null || Double.isNaN(score.deviation()) ? null : score.deviation();
  }

  static Double loss(Metrics metrics) {
    return metrics == null ? null : metrics.loss();
  }

  static Double cost(Metrics metrics) {
    return metrics == null ? null : metrics.cost();
  }

  static Double accuracy(Metrics metrics) {
    return metrics == null ? null : metrics.accuracy();
  }
}
