package dev.sieve.train;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.engine.Engine;
import dev.sieve.trial.Evaluation;
import java.io.Serializable;

/**
 * How all trials of a stage are trained: what does not depend on their hyperparameters.
 *
 * @param engine computes the products
 * @param seed the search's: every random stream derives from it
 * @param evaluation what is measured, and when
 * @param divergedLoss a trial whose batch loss in nats per image is above it has diverged
 * @param keepWeights whether the trained weights come back
 * @param keepProbabilities whether the class probabilities come back: of the validation images, and
 *     of the test images where these are measured
 */
public record TrainingSettings(
    Engine engine,
    long seed,
    Evaluation evaluation,
    double divergedLoss,
    boolean keepWeights,
    boolean keepProbabilities)
    implements Serializable {

  public TrainingSettings {
    requireNonNull(engine, "engine is null");
    requireNonNull(evaluation, "evaluation is null");
    check(divergedLoss > 0, "diverged-loss must be > 0, but was %s", divergedLoss);
  }
}
