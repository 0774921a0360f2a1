package dev.sieve.export.run;

import static java.util.Objects.requireNonNull;

import dev.sieve.result.Column;
import dev.sieve.result.EnsembleRow;
import dev.sieve.result.EnsembleTable;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import dev.sieve.run.UnreadableRun;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several networks of one configuration, measured together: by the mean of the probabilities that
 * they give.
 *
 * @param members which networks
 * @param first the first training of the configuration, which says what it is
 * @param networks how many; of several ensembles of cycles, the most
 * @param validation accuracies on the validation images
 * @param test accuracies on the test images
 */
public record EnsembleResult(
    Members members, RunTrial first, int networks, Accuracies validation, Accuracies test) {
  /** By accuracy on the validation images. */
  public static final Comparator<EnsembleResult> BEST_FIRST =
      Comparator.comparingDouble((EnsembleResult ensemble) -> ensemble.validation.together())
          .reversed();

  static final List<Column<EnsembleRow>> REQUIRED =
      List.of(
          EnsembleTable.STAGE,
          EnsembleTable.TRIAL,
          EnsembleTable.NETWORKS,
          EnsembleTable.VALIDATION_ACCURACY,
          EnsembleTable.SINGLE_VALIDATION_ACCURACY);

  /** Which networks are measured together. */
  public enum Members {
    /** All trainings of the configuration: {@code evaluation.ensemble = repeats}. */
    REPEATS,
    /** Those at the ends of each training's cycles: {@code evaluation.ensemble = cycles}. */
    CYCLES
  }

  /**
   * Accuracies in [0, 1], NaN where they were not measured.
   *
   * @param single of one network: the mean over trainings
   * @param together of the ensemble; of several ensembles of cycles, the mean
   * @param mirror the same by the mean over images and mirror images
   */
  public record Accuracies(double single, double together, double mirror) {
    /** Whether both were measured. */
    public boolean measured() {
      return !Double.isNaN(single) && !Double.isNaN(together);
    }
  }

  public EnsembleResult {
    requireNonNull(members, "members is null");
    requireNonNull(first, "first is null");
    requireNonNull(validation, "validation is null");
    requireNonNull(test, "test is null");
  }

  /**
   * Returns what a row of {@code ensembles.csv} tells.
   *
   * @param trials those of {@code trials.csv}, by label
   * @throws UnreadableRun if its first training is none of {@code trials}
   */
  static EnsembleResult ofRepeats(Row row, Map<String, RunTrial> trials) {
    RunTrial first =
        trials.get(RunTrial.label(row.text(EnsembleTable.STAGE), row.text(EnsembleTable.TRIAL)));
    if (first == null) {
      throw row.damaged(
          EnsembleTable.TRIAL, "one of stage " + row.text(EnsembleTable.STAGE) + " in trials.csv");
    }
    return new EnsembleResult(
        Members.REPEATS,
        first,
        Math.toIntExact(row.count(EnsembleTable.NETWORKS)),
        new Accuracies(
            row.number(EnsembleTable.SINGLE_VALIDATION_ACCURACY),
            row.number(EnsembleTable.VALIDATION_ACCURACY),
            row.number(EnsembleTable.MIRROR.validationAccuracy())),
        new Accuracies(
            row.number(EnsembleTable.SINGLE_TEST_ACCURACY),
            row.number(EnsembleTable.TEST_ACCURACY),
            row.number(EnsembleTable.MIRROR.testAccuracy())));
  }

  /**
   * Returns that of the cycles of {@code configuration}, in the mean over its trainings; empty
   * where there is none of more than one network.
   */
  static Optional<EnsembleResult> ofCycles(Configuration configuration) {
    List<RunTrial> measured =
        configuration.repeats().stream()
            .filter(trial -> trial.row().has(TrialTable.ENSEMBLE_VALIDATION_ACCURACY))
            .toList();
    long networks =
        measured.stream()
            .mapToLong(trial -> trial.row().count(TrialTable.ENSEMBLE_SIZE))
            .max()
            .orElse(0);
    if (networks < 2) {
      return Optional.empty();
    }
    Configuration own = new Configuration(measured, configuration.whole());
    return Optional.of(
        new EnsembleResult(
            Members.CYCLES,
            configuration.first(),
            Math.toIntExact(networks),
            accuracies(
                own,
                TrialTable.VALIDATION_ACCURACY,
                TrialTable.ENSEMBLE_VALIDATION_ACCURACY,
                TrialTable.ENSEMBLE_MIRROR.validationAccuracy()),
            accuracies(
                own,
                TrialTable.TEST_ACCURACY,
                TrialTable.ENSEMBLE_TEST_ACCURACY,
                TrialTable.ENSEMBLE_MIRROR.testAccuracy())));
  }

  private static Accuracies accuracies(
      Configuration configuration,
      Column<TrialRow> single,
      Column<TrialRow> together,
      Column<TrialRow> mirror) {
    return new Accuracies(
        configuration.mean(single), configuration.mean(together), configuration.mean(mirror));
  }
}
