package dev.sieve.trial;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;

/**
 * What is measured while a trial trains, and when.
 *
 * @param interval updates between two points of the learning curve; 0 measures after each epoch.
 *     The last update is always measured
 * @param train how training metrics are measured along the curve; at its last point they are exact
 * @param reportTest whether test metrics are measured at the end; never used to choose
 * @param earlyStopping when a trial stops before its budget is spent
 * @param ensembles which networks are measured together besides; never used to choose
 * @param mirror whether networks, and ensembles, are measured at their end by the mean of the
 *     probabilities of an image and of its mirror image besides (Krizhevsky, Sutskever and Hinton,
 *     "ImageNet Classification with Deep Convolutional Neural Networks", NIPS 2012, section 4.1);
 *     never used to choose
 * @param averaging which networks of a trial are averaged, weight by weight, and measured as one
 *     network besides; never used to choose
 * @param metric what the search maximizes, and early stopping waits for
 * @param byClass whether what needs the counts of each class is measured even if the metric is none
 *     of it
 */
public record Evaluation(
    int interval,
    TrainMetrics train,
    boolean reportTest,
    EarlyStopping earlyStopping,
    Ensembles ensembles,
    boolean mirror,
    Averaging averaging,
    Metric metric,
    boolean byClass)
    implements Serializable {

  public Evaluation {
    require(interval >= 0, "interval", "must be >= 0", interval);
    requireNonNull(train, "train is null");
    requireNonNull(earlyStopping, "earlyStopping is null");
    requireNonNull(ensembles, "ensembles are null");
    requireNonNull(averaging, "averaging is null");
    requireNonNull(metric, "metric is null");
  }

  /** For accuracy, without an average. */
  public Evaluation(
      int interval,
      TrainMetrics train,
      boolean reportTest,
      EarlyStopping earlyStopping,
      Ensembles ensembles,
      boolean mirror) {
    this(
        interval,
        train,
        reportTest,
        earlyStopping,
        ensembles,
        mirror,
        Averaging.NONE,
        Metric.ACCURACY,
        false);
  }

  /** For accuracy, to the end of the budget, and of single networks as they are. */
  public Evaluation(int interval, TrainMetrics train, boolean reportTest) {
    this(interval, train, reportTest, EarlyStopping.NEVER, Ensembles.NONE, false);
  }

  /** Returns this with test metrics. */
  public Evaluation tested() {
    return new Evaluation(
        interval, train, true, earlyStopping, ensembles, mirror, averaging, metric, byClass);
  }

  /** Returns whether classes are counted. */
  public boolean measuresClasses() {
    return byClass || metric.isByClass();
  }

  /** Returns whether the networks at the ends of a schedule's cycles are measured together. */
  public boolean cycleEnsemble() {
    return ensembles == Ensembles.CYCLES;
  }

  /** Of which networks probabilities are averaged. */
  public enum Ensembles {
    /** Of none. */
    NONE,
    /** Of each trial's networks at the ends of its schedule's cycles. */
    CYCLES,
    /** Of the networks that the repeats of each candidate end with. */
    REPEATS;

    /** Returns the name by which conf files know this choice. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How training metrics along the learning curve come about. */
  public enum TrainMetrics {
    /**
     * The mean over the batches since the last point, each as its update saw it: free, and a little
     * behind the network.
     */
    RUNNING,
    /** Over all training images, as the network is at that step. Costs half an epoch. */
    EXACT;

    /** Returns the name by which conf files know this choice. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
