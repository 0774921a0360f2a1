package dev.sieve.train.state;

import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Measured;
import java.io.Serializable;

/**
 * An ensemble, on all images that are measured. Serializable, so that checkpoints can hold it.
 * Confined to one thread.
 */
public final class EnsembleSums implements Serializable {
  private static final long serialVersionUID = 1;

  private final int classes;
  private int networks;
  private Snapshots validation;
  private Snapshots test;
  private Snapshots mirrorValidation;
  private Snapshots mirrorTest;

  /** An ensemble of no network yet. */
  public EnsembleSums(int classes) {
    this.classes = classes;
  }

  /** Adds a network, which has been measured as those before. */
  public void add(Outputs network) {
    networks++;
    validation = sum(validation, network.plain().validation());
    test = sum(test, network.plain().test());
    if (network.mirror() != null) {
      mirrorValidation = sum(mirrorValidation, network.mirror().validation());
      mirrorTest = sum(mirrorTest, network.mirror().test());
    }
  }

  private Snapshots sum(Snapshots before, float[] probabilities) {
    if (probabilities == null) {
      return null;
    }
    Snapshots sum =
        before == null ? new Snapshots(probabilities.length / classes, classes) : before;
    sum.add(probabilities);
    return sum;
  }

  /**
   * Returns what the ensemble comes to, of one network at least.
   *
   * @param labels the classes of the validation images, and {@code testLabels} of the test images
   */
  public Ensemble ensemble(int[] labels, int[] testLabels) {
    Measured plain = measured(validation, test, labels, testLabels);
    return new Ensemble(
        networks,
        plain.validation(),
        plain.test(),
        mirrorValidation == null
            ? null
            : measured(mirrorValidation, mirrorTest, labels, testLabels));
  }

  private static Measured measured(
      Snapshots validation, Snapshots test, int[] labels, int[] testLabels) {
    return new Measured(validation.metrics(labels), test == null ? null : test.metrics(testLabels));
  }
}
