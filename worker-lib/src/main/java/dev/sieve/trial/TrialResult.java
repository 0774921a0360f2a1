package dev.sieve.trial;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * What came of a trial: a pure function of conf and data. Where and how long it ran is in {@link
 * Execution}.
 *
 * @param failure null unless it ended without metrics
 * @param steps updates done
 * @param train exact, over all training images; null unless COMPLETED
 * @param validation over all validation images; null unless COMPLETED or PRUNED
 * @param test null unless it was asked for
 * @param curve the measurements along the way, by step
 * @param ensemble of the networks at the ends of cycles; null unless it was asked for
 * @param mirror of its network, by the mean over images and mirror images; null unless it was asked
 *     for
 * @param averaged of the average of its networks, weight by weight; null unless it was asked for
 */
public record TrialResult(
    Trial trial,
    Status status,
    Failure failure,
    long steps,
    Metrics train,
    Metrics validation,
    Metrics test,
    List<CurvePoint> curve,
    Ensemble ensemble,
    Measured mirror,
    Measured averaged)
    implements Serializable {

  public TrialResult {
    requireNonNull(trial, "trial is null");
    requireNonNull(status, "status is null");
    curve = List.copyOf(curve);
    boolean completed = status == Status.COMPLETED;
    boolean sound = completed || status == Status.PRUNED;
    check(sound == (failure == null), "status %s does not go with failure %s", status, failure);
    check(
        sound == (validation != null) && completed == (train != null),
        "a trial has metrics exactly if it is COMPLETED or PRUNED, but was %s",
        status);
  }

  /** Of its network as it is, alone. */
  public TrialResult(
      Trial trial,
      Status status,
      Failure failure,
      long steps,
      Metrics train,
      Metrics validation,
      Metrics test,
      List<CurvePoint> curve) {
    this(trial, status, failure, steps, train, validation, test, curve, null, null, null);
  }

  /** Returns the same of {@code equal}, a trial that equals its own. */
  public TrialResult of(Trial equal) {
    check(equal.equals(trial), "%s is another trial than %s", equal.label(), trial.label());
    return new TrialResult(
        equal, status, failure, steps, train, validation, test, curve, ensemble, mirror, averaged);
  }

  /** Returns the share of validation images that it classifies; NaN unless it is COMPLETED. */
  public double validationAccuracy() {
    return status == Status.COMPLETED ? validation.accuracy() : Double.NaN;
  }

  /** Returns the result of a trial that has reached its rung after {@code steps} updates. */
  public static TrialResult pruned(
      Trial trial, long steps, Metrics validation, List<CurvePoint> curve) {
    return new TrialResult(trial, Status.PRUNED, null, steps, null, validation, null, curve);
  }

  /** Returns the result of a trial that ended without metrics. */
  public static TrialResult without(
      Trial trial, Failure failure, long steps, List<CurvePoint> curve) {
    Status status = failure == Failure.DIVERGED ? Status.DIVERGED : Status.FAILED;
    return new TrialResult(trial, status, failure, steps, null, null, null, curve);
  }
}
