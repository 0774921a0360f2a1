package dev.sieve.result;

import dev.sieve.net.Topology;
import dev.sieve.space.HalfCycle;
import dev.sieve.space.Horizon;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.trial.Metrics;
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
 */
public record TrialRow(
    String search,
    long seed,
    String normalization,
    int inputs,
    int classes,
    int trainImages,
    int validationImages,
    TrialResult result) {

  Trial trial() {
    return result.trial();
  }

  Hyperparameters hyperparameters() {
    return trial().hyperparameters();
  }

  LearningRateSchedule schedule() {
    return hyperparameters().schedule();
  }

  Long parameters() {
    return new Topology(inputs, hyperparameters().hidden(), classes).parameters();
  }

  Integer halfCycle() {
    HalfCycle half = schedule().halfCycle();
    int batch = hyperparameters().batchSize();
    return half == null
        ? null
        : Math.toIntExact(half.updates(Horizon.of(trainImages, batch, trial().epochs())));
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
