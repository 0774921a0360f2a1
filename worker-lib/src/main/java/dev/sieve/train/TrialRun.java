package dev.sieve.train;

import dev.sieve.net.Tally;
import dev.sieve.sample.RandomStream;
import dev.sieve.space.Horizon;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** A trial while it trains, as a member of a pack. Confined to one thread. */
final class TrialRun {
  private final int index;
  private final Trial trial;
  private final Horizon horizon;
  private final String configuration;
  private final Tally running = new Tally();
  private final Tally measured = new Tally();
  private final List<CurvePoint> curve = new ArrayList<>();
  private RandomStream masks;
  private Failure failure;
  private String failureMessage;
  private long failedAt;
  private Metrics lastTrain;
  private Metrics lastValidation;

  /**
   * @param images that it is trained on
   */
  TrialRun(int index, Trial trial, int images) {
    this.index = index;
    this.trial = trial;
    this.configuration = trial.hyperparameters().configuration();
    this.horizon = Horizon.of(images, trial.hyperparameters().batchSize(), trial.epochs());
  }

  int index() {
    return index;
  }

  /** Returns the sums of the measurement under way. */
  Tally tally() {
    return measured;
  }

  /** Returns the sums over the batches since the last measurement. */
  Tally running() {
    return running;
  }

  Trial trial() {
    return trial;
  }

  /** Returns η of update {@code step}. */
  double eta(long step) {
    return trial.hyperparameters().schedule().at(step, horizon);
  }

  /** Begins an epoch, whose dropout {@code drawing} draws. */
  void begin(RandomStream drawing) {
    masks = drawing;
  }

  /** Returns what draws the dropout of hidden units in this epoch. */
  RandomStream masks() {
    return masks;
  }

  /** Returns the configuration's id. */
  String configuration() {
    return configuration;
  }

  boolean active() {
    return failure == null;
  }

  /** Returns what {@code tally} comes to, null where it is empty, and clears it. */
  Metrics take(Tally tally, double sumOfSquares) {
    Metrics metrics =
        tally.images() == 0
            ? null
            : new Metrics(
                tally.loss(),
                tally.loss() + trial.hyperparameters().l2() * sumOfSquares,
                tally.accuracy());
    tally.clear();
    return metrics;
  }

  void measured(long step, double epoch, Metrics train, Metrics validation) {
    curve.add(new CurvePoint(step, epoch, eta(step), train, validation));
    lastTrain = train;
    lastValidation = validation;
  }

  void fail(Failure cause, long step, String message) {
    failure = cause;
    failedAt = step;
    failureMessage = message;
  }

  /** Returns the result after {@code steps} updates; {@code test} may be null. */
  TrialResult result(long steps, Metrics test) {
    return failure == null
        ? new TrialResult(
            trial, Status.COMPLETED, null, steps, lastTrain, lastValidation, test, curve)
        : TrialResult.without(trial, failure, failedAt, curve);
  }

  String failureMessage() {
    return failureMessage;
  }
}
