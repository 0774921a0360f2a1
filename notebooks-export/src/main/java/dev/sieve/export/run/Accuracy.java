package dev.sieve.export.run;

import dev.sieve.format.Texts;
import dev.sieve.result.Column;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.statistics.Interval;
import java.util.Optional;

/**
 * What a configuration reached on some images, and how sure that is.
 *
 * @param value in [0, 1]: of its one training, or the mean over several
 * @param interval of 95 %: over random seeds and images where there are several trainings, else
 *     Wilson's over the images; empty where neither number is known
 * @param basis what the interval comes from; empty without one
 */
public record Accuracy(double value, Optional<Interval> interval, String basis) {

  /** Returns that of {@code configuration} on validation images. */
  public static Optional<Accuracy> onValidation(Configuration configuration) {
    double images = configuration.first().row().number(TrialTable.VALIDATION_IMAGES);
    return of(
        configuration,
        TrialTable.VALIDATION_ACCURACY,
        "validation images",
        Double.isNaN(images) ? 0 : (long) images);
  }

  /** Returns that of {@code configuration} on the test images of {@code run}, where measured. */
  public static Optional<Accuracy> onTest(Run run, Configuration configuration) {
    long images = run.predictions().map(predictions -> predictions.images().size()).orElse(0);
    return of(configuration, TrialTable.TEST_ACCURACY, "test images", images);
  }

  private static Optional<Accuracy> of(
      Configuration configuration, Column<TrialRow> column, String measuredOn, long images) {
    double mean = configuration.mean(column);
    if (Double.isNaN(mean)) {
      return Optional.empty();
    }
    Optional<Interval> ofTrainings = configuration.interval(column, images);
    if (ofTrainings.isPresent()) {
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
