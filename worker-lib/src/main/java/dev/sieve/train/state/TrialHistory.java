package dev.sieve.train.state;

import dev.sieve.net.MetricSums;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Metrics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been measured of one trial so far: sums in progress, learning curve, best network and
 * ensembles. Serializable, so that checkpoints can hold it.
 */
public final class TrialHistory implements Serializable {
  private static final long serialVersionUID = 1;

  private final MetricSums running = new MetricSums();
  private final MetricSums measuring = new MetricSums();
  private final ArrayList<CurvePoint> curve = new ArrayList<>();
  private final BestSoFar best = new BestSoFar();
  private Snapshots validationSnapshots;
  private Snapshots testSnapshots;
  private Metrics train;
  private Metrics validation;

  /** Returns the sums of the measurement in progress. */
  public MetricSums measuring() {
    return measuring;
  }

  /** Returns the sums over the batches since the last measurement. */
  public MetricSums running() {
    return running;
  }

  /** Adds a point to the learning curve. */
  void add(CurvePoint point) {
    curve.add(point);
    train = point.train();
    validation = point.validation();
  }

  /** Takes exact metrics of the best network in place of those of the last one. */
  public void replaceMetrics(Metrics exactTrain, Metrics exactValidation) {
    train = exactTrain;
    validation = exactValidation;
  }

  /** Returns the points so far. */
  List<CurvePoint> curve() {
    return curve;
  }

  /** Returns the last metrics on training images; null where there are none. */
  Metrics train() {
    return train;
  }

  /** Returns the last metrics on validation images; null before the first measurement. */
  public Metrics validation() {
    return validation;
  }

  /** Returns the best network so far, where trials may stop early. */
  public BestSoFar best() {
    return best;
  }

  /** Returns the sums over {@code images} validation images, begun here if there are none. */
  public Snapshots validationSnapshots(int images, int classes) {
    validationSnapshots =
        validationSnapshots == null ? new Snapshots(images, classes) : validationSnapshots;
    return validationSnapshots;
  }

  /** Returns the sums over {@code images} test images, begun here if there are none. */
  public Snapshots testSnapshots(int images, int classes) {
    testSnapshots = testSnapshots == null ? new Snapshots(images, classes) : testSnapshots;
    return testSnapshots;
  }

  /** Returns the sums over validation images; null where no cycle has ended. */
  public Snapshots validationSnapshots() {
    return validationSnapshots;
  }

  /** Returns the sums over test images; null if no cycle has ended, or they are not asked for. */
  public Snapshots testSnapshots() {
    return testSnapshots;
  }
}
