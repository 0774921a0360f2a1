package dev.sieve.train.state;

import dev.sieve.net.MetricSums;
import dev.sieve.net.Weights;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Measured;
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
  private EnsembleSums cycles;
  private Metrics train;
  private Metrics validation;
  private Metrics test;
  private Measured mirror;
  private WeightMean average;
  private Measured averaged;

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

  /** Takes what its network made of the test images at its end; null where it was not asked. */
  public void tested(Metrics metrics) {
    test = metrics;
  }

  /** Returns the metrics on test images; null where there are none. */
  Metrics test() {
    return test;
  }

  /** Takes what its network came to at its end in the mean over images and mirror images. */
  public void mirrored(Measured metrics) {
    mirror = metrics;
  }

  /** Returns the metrics in the mean over images and mirror images; null where there are none. */
  Measured mirror() {
    return mirror;
  }

  /** Adds {@code network}, a copy of its own, to the average of its networks. */
  public void addToAverage(Weights network) {
    average = average == null ? new WeightMean() : average;
    average.add(network);
  }

  /** Returns the average of its networks; null where there is none. */
  public Weights average() {
    return average == null ? null : average.mean();
  }

  /** Takes what the average of its networks came to. */
  public void averaged(Measured metrics) {
    averaged = metrics;
  }

  /** Returns what the average of its networks came to; null where there is none. */
  Measured averaged() {
    return averaged;
  }

  /** Adds the network that a cycle has ended with to their ensemble. */
  public void addCycle(Outputs network, int classes) {
    cycles = cycles == null ? new EnsembleSums(classes) : cycles;
    cycles.add(network);
  }

  /** Returns the ensemble of the ends of cycles; null where none has ended. */
  public EnsembleSums cycles() {
    return cycles;
  }
}
