package dev.sieve.export.run;

import dev.sieve.Texts;
import dev.sieve.result.Column;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.statistics.Interval;
import java.util.Optional;

/**
 * What a configuration reached on some images, and how sure that is.
 *
 * @param value in [0, 1]: of its one training, or the mean over several
 * @param interval of 95 %; empty where neither the trainings nor the number of images allow one
 * @param basis what the interval comes from; empty without one
 */
public record Accuracy(double value, Optional<Interval> interval, String basis) {

  /** Returns that of {@code configuration} on validation images, as sure as it can be told. */
  public static Optional<Accuracy> onValidation(Configuration configuration) {
    return onValidation(configuration, Uncertainty.of(configuration));
  }

  /** Returns that of {@code configuration} on validation images, with an interval of one kind. */
  public static Optional<Accuracy> onValidation(
      Configuration configuration, Uncertainty uncertainty) {
    double images = configuration.first().row().number(TrialTable.VALIDATION_IMAGES);
    return of(
        configuration,
        uncertainty,
        TrialTable.VALIDATION_ACCURACY,
        "validation examples",
        Double.isNaN(images) ? 0 : (long) images);
  }

  /** Returns that of {@code configuration} on the test images of {@code run}, where measured. */
  public static Optional<Accuracy> onTest(Run run, Configuration configuration) {
    return onTest(run, configuration, Uncertainty.of(configuration));
  }

  /** Returns that of {@code configuration} on the test images, with an interval of one kind. */
  public static Optional<Accuracy> onTest(
      Run run, Configuration configuration, Uncertainty uncertainty) {
    return of(
        configuration, uncertainty, TrialTable.TEST_ACCURACY, "test examples", run.testImages());
  }

  private static Optional<Accuracy> of(
      Configuration configuration,
      Uncertainty uncertainty,
      Column<TrialRow> column,
      String measuredOn,
      long images) {
    double mean = configuration.mean(column);
    if (Double.isNaN(mean)) {
      return Optional.empty();
    }
    if (uncertainty == Uncertainty.SEEDS) {
      Optional<Interval> ofTrainings = configuration.interval(column, images);
      String basis =
          configuration.repeats().size()
              + " repeats"
              + (images < 1 ? "" : Texts.format(" and %,d %s", images, measuredOn));
      return Optional.of(new Accuracy(mean, ofTrainings, basis));
    }
    return Optional.of(
        images < 1
            ? new Accuracy(mean, Optional.empty(), "")
            : new Accuracy(
                mean,
                Optional.of(Interval.ofAccuracy(mean, images)),
                Texts.format("%,d %s", images, measuredOn)));
  }
}
