package dev.sieve.train.state;

import static dev.sieve.Checks.check;

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
 * A trial while it trains as a member of a pack: everything but its network. Serializable, so that
 * checkpoints can hold it. Confined to one thread.
 */
public final class TrialState implements Serializable {
  private static final long serialVersionUID = 1;

  private int index;
  private Trial trial;
  private final Horizon horizon;
  private final String configuration;
  private final TrialHistory history = new TrialHistory();
  private RandomStream masks;
  private boolean ended;
  private long endedAt;
  private Metrics atRung;
  private Failure failure;
  private String failureMessage;
  private long failedAt;
  private double spent;

  /**
   * @param images that it is trained on
   */
  public TrialState(int index, Trial trial, int images) {
    this.index = index;
    this.trial = trial;
    this.configuration = trial.hyperparameters().configuration();
    int epochs =
        trial.hyperparameters().schedule().dependsOnBudget() ? trial.leg().until() : trial.epochs();
    this.horizon = Horizon.of(images, trial.hyperparameters().batchSize(), epochs);
  }

  public int index() {
    return index;
  }

  /** Gives it another place in its pack: a part of a pack may go on without the rest. */
  public void moveTo(int place) {
    index = place;
  }

  /** Charges it {@code nanoseconds} of the pack's time. */
  public void charge(double nanoseconds) {
    spent += nanoseconds;
  }

  /** Returns the nanoseconds that it has been charged. */
  public double spent() {
    return spent;
  }

  /** Returns what has been measured so far. */
  public TrialHistory history() {
    return history;
  }

  public Trial trial() {
    return trial;
  }

  /** Returns η of update {@code step}. */
  public double eta(long step) {
    return trial.hyperparameters().schedule().at(step, horizon);
  }

  /** Returns whether its budget ends after {@code step} updates. */
  public boolean endsAt(long step) {
    return !trial.endsAtRung() && step == lastStep();
  }

  /** Returns whether it reaches its rung after {@code step} updates. */
  public boolean pausesAt(long step) {
    return trial.endsAtRung() && step == lastStep();
  }

  private long lastStep() {
    return (long) horizon.updatesPerEpoch() * trial.leg().until();
  }

  /** Ends it after {@code step} updates; its network stays as it is. */
  public void end(long step) {
    ended = true;
    endedAt = step;
  }

  /** Ends its leg after {@code step} updates, where {@code validation} was measured. */
  public void pause(long step, Metrics validation) {
    atRung = validation;
    end(step);
  }

  /** Returns whether it has ended at its rung. */
  public boolean paused() {
    return atRung != null;
  }

  /** Goes on from its rung as {@code next}, the same trial on a later leg. */
  public void goOnAs(Trial next) {
    check(
        paused() && next.on(trial.leg()).equals(trial) && next.leg().until() > trial.leg().until(),
        "%s must be the trial that stopped after %d epochs, on a later leg",
        next.label(),
        trial.leg().until());
    trial = next;
    atRung = null;
    ended = false;
  }

  /** Begins an epoch, in which {@code drawing} draws the dropout of hidden units. */
  public void begin(RandomStream drawing) {
    masks = drawing;
  }

  /** Returns what draws the dropout of hidden units in this epoch. */
  public RandomStream masks() {
    return masks;
  }

  /** Returns the configuration's id. */
  public String configuration() {
    return configuration;
  }

  /** Returns whether it is still trained. */
  public boolean active() {
    return failure == null && !ended;
  }

  /** Returns whether it has not failed: its network can be measured. */
  public boolean sound() {
    return failure == null;
  }

  /**
   * Takes note of a measurement after {@code step} updates, where trials may stop early: keeps the
   * network if it is the best so far, and ends the trial if {@code rule} says so.
   *
   * @param worth of the measurement, by the metric that the search maximizes
   */
  public void stopEarly(EarlyStopping rule, long step, double worth, Supplier<Weights> network) {
    if (history.best().waitedEnough(rule, worth, network)) {
      end(step);
    }
  }

  /**
   * Returns whether one of the last {@code epochs} of its budget ends after {@code step} updates.
   */
  public boolean endsOneOfLast(int epochs, long step) {
    int perEpoch = horizon.updatesPerEpoch();
    return step % perEpoch == 0 && step / perEpoch > trial.epochs() - epochs;
  }

  /** Returns whether a cycle of the schedule ends after {@code step} updates. */
  public boolean endsCycle(long step) {
    return trial.hyperparameters().schedule().endsCycle(step, horizon);
  }

  /** Returns the metrics that {@code sums} amount to, null where they are empty; clears them. */
  public Metrics take(MetricSums sums, double sumOfSquares) {
    double penalty = trial.hyperparameters().l2() * sumOfSquares;
    Metrics metrics = sums.images() == 0 ? null : MetricsOfSums.of(sums, penalty);
    sums.clear();
    return metrics;
  }

  /** Adds a point to the learning curve; {@code train} and {@code test} may be null. */
  public void measured(long step, double epoch, Metrics train, Metrics validation, Metrics test) {
    history.add(new CurvePoint(step, epoch, eta(step), train, validation, test));
  }

  public void fail(Failure cause, long step, String message) {
    failure = cause;
    failedAt = step;
    failureMessage = message;
  }

  /** Fails after {@code step} updates, as diverged. */
  public void diverged(Divergence divergence, long step) {
    fail(Failure.DIVERGED, step, divergence.message());
  }

  /** Returns the result, once it has ended or failed; {@code ensemble} may be null. */
  public TrialResult result(Ensemble ensemble) {
    if (failure != null) {
      return TrialResult.without(trial, failure, failedAt, history.curve());
    }
    if (paused()) {
      return TrialResult.pruned(trial, endedAt, atRung, history.curve());
    }
    return new TrialResult(
        trial,
        Status.COMPLETED,
        null,
        endedAt,
        history.train(),
        history.validation(),
        history.test(),
        history.curve(),
        ensemble,
        history.mirror(),
        history.averaged());
  }

  public String failureMessage() {
    return failureMessage;
  }
}
