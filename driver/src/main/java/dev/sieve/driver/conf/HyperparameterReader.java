package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Augmentation.Fill;
import dev.sieve.space.AugmentationSpace;
import dev.sieve.space.Domain;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads hyperparameters but the schedule, single or as domains. Each value is checked by the record
 * it is for.
 */
final class HyperparameterReader {
  private static final Format<Double> L2 = Formats.NUMBER.obeying(l2 -> valid(List.of(), l2, 1));
  private static final Format<Integer> BATCH_SIZE =
      Formats.INTEGER.obeying(size -> valid(List.of(), 0, size));
  private static final Format<List<Integer>> HIDDEN =
      NetworkFormats.HIDDEN.obeying(hidden -> valid(hidden, 0, 1));
  private static final Format<Initialization> INITIALIZATION = NetworkFormats.INITIALIZATION;
  private static final Format<Double> SMOOTHING =
      Formats.NUMBER.obeying(HyperparameterReader::checkShare);
  private static final Format<Double> DROPOUT =
      Formats.NUMBER.obeying(HyperparameterReader::checkShare);
  private static final Format<Double> FLIP =
      Formats.NUMBER.obeying(
          flip -> check(0 <= flip && flip <= 1, "must be in [0, 1], but was %s", flip));
  private static final Format<Integer> SHIFT =
      Formats.INTEGER.obeying(pixels -> check(pixels >= 0, "must be >= 0, but was %d", pixels));
  static final Format<Fill> FILL = Formats.words(Fill.values(), Fill::text);
  private static final Format<Double> NOISE =
      Formats.NUMBER.obeying(noise -> new Augmentation(0, 0, Fill.ZERO, noise, 0));
  private static final Format<Integer> EPOCHS =
      Formats.INTEGER.obeying(epochs -> check(epochs >= 1, "must be >= 1, but was %d", epochs));

  private HyperparameterReader() {}

  private static Hyperparameters valid(List<Integer> hidden, double l2, int batchSize) {
    LearningRateSchedule any = new LearningRateSchedule.Constant(1);
    return new Hyperparameters(hidden, l2, batchSize, any, new Initialization.Xavier());
  }

  private static void checkShare(double share) {
    check(0 <= share && share < 1, "must be in [0, 1), but was %s", share);
  }

  /** Returns the domain of the batch size, or empty where it was refused. */
  static Optional<Domain<Integer>> batchSize(Scope scope) {
    return scope.domain(Axis.BATCH_SIZE, BATCH_SIZE, DomainFormats.ofIntegers(BATCH_SIZE));
  }

  /** Returns the domains of all hyperparameters, or empty where one of them was refused. */
  static Optional<SearchSpace> space(Scope scope, Optional<Domain<Integer>> batchSize) {
    Optional<Domain<Double>> l2 = scope.domain(Axis.L2, L2, DomainFormats.ofNumbers(L2));
    Optional<Domain<List<Integer>>> hidden =
        scope.domain(Axis.HIDDEN, HIDDEN, DomainFormats.ofHidden(HIDDEN));
    Optional<Domain<Initialization>> initialization =
        scope.domain(Axis.INITIALIZATION, INITIALIZATION, DomainFormats.ofChoices(INITIALIZATION));
    Optional<ScheduleSpace> schedule = ScheduleReader.space(scope);
    Optional<Domain<Objective>> objective =
        scope.domain(
            Axis.OBJECTIVE,
            NetworkFormats.OBJECTIVE,
            DomainFormats.ofChoices(NetworkFormats.OBJECTIVE));
    Optional<Domain<Double>> smoothing =
        scope.domain(Axis.LABEL_SMOOTHING, SMOOTHING, DomainFormats.ofNumbers(SMOOTHING));
    Optional<Domain<Optimizer>> optimizer =
        scope.domain(
            Axis.OPTIMIZER,
            NetworkFormats.OPTIMIZER,
            DomainFormats.ofChoices(NetworkFormats.OPTIMIZER));
    Optional<Domain<Double>> dropout =
        scope.domain(Axis.DROPOUT, DROPOUT, DomainFormats.ofNumbers(DROPOUT));
    Optional<AugmentationSpace> augmentation = augmentation(scope);
    Optional<Domain<Integer>> epochs =
        scope.domain(Axis.EPOCHS, EPOCHS, DomainFormats.ofIntegers(EPOCHS));
    if (l2.isEmpty()
        || batchSize.isEmpty()
        || hidden.isEmpty()
        || initialization.isEmpty()
        || schedule.isEmpty()
        || objective.isEmpty()
        || smoothing.isEmpty()
        || optimizer.isEmpty()
        || dropout.isEmpty()
        || augmentation.isEmpty()
        || epochs.isEmpty()) {
      return Optional.empty();
    }
    checkSmoothing(scope, objective.get(), smoothing.get());
    return Optional.of(
        new SearchSpace(
            l2.get(),
            schedule.get(),
            batchSize.get(),
            hidden.get(),
            initialization.get(),
            objective.get(),
            smoothing.get(),
            optimizer.get(),
            dropout.get(),
            augmentation.get(),
            epochs.get()));
  }

  private static Optional<AugmentationSpace> augmentation(Scope scope) {
    Optional<Domain<Double>> flip = scope.domain(Axis.FLIP, FLIP, DomainFormats.ofNumbers(FLIP));
    Optional<Domain<Integer>> shift =
        scope.domain(Axis.SHIFT, SHIFT, DomainFormats.ofIntegers(SHIFT));
    Optional<Domain<Fill>> fill =
        scope.domain(Axis.SHIFT_FILL, FILL, DomainFormats.ofChoices(FILL));
    Optional<Domain<Double>> noise =
        scope.domain(Axis.NOISE, NOISE, DomainFormats.ofNumbers(NOISE));
    Optional<Domain<Double>> dropout =
        scope.domain(Axis.INPUT_DROPOUT, DROPOUT, DomainFormats.ofNumbers(DROPOUT));
    return flip.isEmpty()
            || shift.isEmpty()
            || fill.isEmpty()
            || noise.isEmpty()
            || dropout.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AugmentationSpace(flip.get(), shift.get(), fill.get(), noise.get(), dropout.get()));
  }

  /** Refuses a space that has an objective without label smoothing together with smoothing. */
  private static void checkSmoothing(
      Scope scope, Domain<Objective> objectives, Domain<Double> smoothing) {
    double most = Collections.max(extremes(smoothing));
    Entry entry = scope.entry(Axis.LABEL_SMOOTHING.key()).orElseThrow();
    for (Objective objective : extremes(objectives)) {
      scope.problems().guard(entry, () -> objective.smoothed(most));
    }
  }

  /** Returns values between which all of an ordered domain's lie, or all values of a list. */
  static <T> List<T> extremes(Domain<T> domain) {
    return domain instanceof Domain.Choice<T> choice
        ? choice.values()
        : List.of(domain.at(0), domain.at(Math.nextDown(1.0)));
  }
}
