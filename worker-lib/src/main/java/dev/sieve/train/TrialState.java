package dev.sieve.train;

import dev.sieve.net.MetricSums;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.schedule.Horizon;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.Serializable;
import java.util.function.Supplier;

/**
 * A trial while it trains, as a member of a pack: all that it has come to, but its network.
 * Serializable, to be saved in the middle of the training. Confined to one thread.
 */
final class TrialState implements Serializable {
  private static final long serialVersionUID = 1;

  private int index;
  private final Trial trial;
  private final Horizon horizon;
  private final String configuration;
  private final TrialHistory record = new TrialHistory();
  private RandomStream masks;
  private boolean ended;
  private long endedAt;
  private Failure failure;
  private String failureMessage;
  private long failedAt;
  private double spent;

  /**
   * @param images that it is trained on
   */
  TrialState(int index, Trial trial, int images) {
    this.index = index;
    this.trial = trial;
    this.configuration = trial.hyperparameters().configuration();
    this.horizon = Horizon.of(images, trial.hyperparameters().batchSize(), trial.epochs());
  }

  int index() {
    return index;
  }

  /** Gives it another place in its pack: some of a pack may go on without the others. */
  void moveTo(int place) {
    index = place;
  }

  /** Charges it {@code nanoseconds} of the pack's time. */
  void charge(double nanoseconds) {
    spent += nanoseconds;
  }

  /** Returns the nanoseconds that it was charged. */
  double spent() {
    return spent;
  }

  /** Returns what its measurements have come to. */
  TrialHistory record() {
    return record;
  }

  Trial trial() {
    return trial;
  }

  /** Returns η of update {@code step}. */
  double eta(long step) {
    return trial.hyperparameters().schedule().at(step, horizon);
  }

  /** Returns whether its budget ends after {@code step} updates. */
  boolean endsAt(long step) {
    return step == horizon.updates();
  }

  /** Ends it after {@code step} updates; its network stays as it is. */
  void end(long step) {
    ended = true;
    endedAt = step;
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

  /** Returns whether it is still trained. */
  boolean active() {
    return failure == null && !ended;
  }

  /** Returns whether it has a network to be measured, and will have a result with metrics. */
  boolean sound() {
    return failure == null;
  }

  /**
   * Hears of a measurement after {@code step} updates, where trials may stop early; keeps the
   * network if it is the best one so far, and ends the trial where {@code rule} says so.
   */
  void stopEarly(EarlyStopping rule, long step, Metrics validation, Supplier<Weights> network) {
    if (record.best().waitedEnough(rule, validation.accuracy(), network)) {
      end(step);
    }
  }

  /** Returns whether a cycle of the schedule ends after {@code step} updates. */
  boolean endsCycle(long step) {
    return trial.hyperparameters().schedule().endsCycle(step, horizon);
  }

  /** Returns what {@code tally} comes to, null where it is empty, and clears it. */
  Metrics take(MetricSums tally, double sumOfSquares) {
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

  /** Adds a point to the learning curve; {@code train} and {@code test} may be null. */
  void measured(long step, double epoch, Metrics train, Metrics validation, Metrics test) {
    record.add(new CurvePoint(step, epoch, eta(step), train, validation, test));
  }

  void fail(Failure cause, long step, String message) {
    failure = cause;
    failedAt = step;
    failureMessage = message;
  }

  /** Fails as diverged; {@code what} ends in front of the number of the update. */
  void diverged(String what, long step, double limit) {
    fail(Failure.DIVERGED, step, what + step + ", the limit is " + limit);
  }

  /**
   * Returns the result of what has ended or failed; {@code test} and {@code ensemble} may be null.
   */
  TrialResult result(Metrics test, Ensemble ensemble) {
    return failure == null
        ? new TrialResult(
            trial,
            Status.COMPLETED,
            null,
            endedAt,
            record.train(),
            record.validation(),
            test,
            record.curve(),
            ensemble)
        : TrialResult.without(trial, failure, failedAt, record.curve());
  }

  String failureMessage() {
    return failureMessage;
  }
}
