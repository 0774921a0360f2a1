package dev.sieve.export.run;

import static java.util.Objects.requireNonNull;

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
public record Ensemble(
    Members members, RunTrial first, int networks, Accuracies validation, Accuracies test) {
  /** By accuracy on the validation images. */
  public static final Comparator<Ensemble> BEST_FIRST =
      Comparator.comparingDouble((Ensemble ensemble) -> ensemble.validation.together()).reversed();

  static final List<String> REQUIRED =
      List.of("stage", "trial", "networks", "validation_accuracy", "single_validation_accuracy");

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
   */
  public record Accuracies(double single, double together) {
    /** Whether both were measured. */
    public boolean measured() {
      return !Double.isNaN(single) && !Double.isNaN(together);
    }
  }

  public Ensemble {
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
  static Ensemble ofRepeats(Row row, Map<String, RunTrial> trials) {
    RunTrial first = trials.get(RunTrial.label(row.text("stage"), row.text("trial")));
    if (first == null) {
      String rule = "one of stage %s in trials.csv".formatted(row.text("stage"));
      throw row.damaged("trial", rule, null);
    }
    return new Ensemble(
        Members.REPEATS,
        first,
        Math.toIntExact(row.count("networks")),
        new Accuracies(row.number("single_validation_accuracy"), row.number("validation_accuracy")),
        new Accuracies(row.number("single_test_accuracy"), row.number("test_accuracy")));
  }

  /**
   * Returns that of the cycles of {@code configuration}, in the mean over its trainings; empty
   * where there is none of more than one network.
   */
  static Optional<Ensemble> ofCycles(Configuration configuration) {
    List<RunTrial> measured =
        configuration.repeats().stream()
            .filter(trial -> trial.row().has("ensemble_validation_accuracy"))
            .toList();
    long networks =
        measured.stream().mapToLong(trial -> trial.row().count("ensemble_size")).max().orElse(0);
    if (networks < 2) {
      return Optional.empty();
    }
    Configuration own = new Configuration(measured, configuration.whole());
    return Optional.of(
        new Ensemble(
            Members.CYCLES,
            configuration.first(),
            Math.toIntExact(networks),
            accuracies(own, "validation_accuracy"),
            accuracies(own, "test_accuracy")));
  }

  private static Accuracies accuracies(Configuration configuration, String column) {
    return new Accuracies(configuration.mean(column), configuration.mean("ensemble_" + column));
  }
}
