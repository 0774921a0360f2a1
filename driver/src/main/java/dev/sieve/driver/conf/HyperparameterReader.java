package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import dev.sieve.space.Domain;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
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
      Formats.HIDDEN.obeying(hidden -> valid(hidden, 0, 1));
  private static final Format<Initialization> INITIALIZATION = Formats.INITIALIZATION;
  static final Format<Integer> EPOCHS =
      Formats.INTEGER.obeying(epochs -> check(epochs >= 1, "must be >= 1, but was %d", epochs));

  private HyperparameterReader() {}

  private static Hyperparameters valid(List<Integer> hidden, double l2, int batchSize) {
    LearningRateSchedule any = new LearningRateSchedule.Constant(1);
    return new Hyperparameters(hidden, l2, batchSize, any, new Initialization.Xavier());
  }

  /** Returns the domains of all hyperparameters, or empty where one of them was refused. */
  static Optional<SearchSpace> space(Scope scope) {
    Optional<Domain<Integer>> batchSize =
        scope.domain(Axis.BATCH_SIZE, BATCH_SIZE, DomainFormats.ofIntegers(BATCH_SIZE));
    Optional<Domain<Double>> l2 = scope.domain(Axis.L2, L2, DomainFormats.ofNumbers(L2));
    Optional<Domain<List<Integer>>> hidden =
        scope.domain(Axis.HIDDEN, HIDDEN, DomainFormats.ofHidden(HIDDEN));
    Optional<Domain<Initialization>> initialization =
        scope.domain(Axis.INITIALIZATION, INITIALIZATION, DomainFormats.ofChoices(INITIALIZATION));
    Optional<ScheduleSpace> schedule = ScheduleReader.space(scope);
    if (l2.isEmpty()
        || batchSize.isEmpty()
        || hidden.isEmpty()
        || initialization.isEmpty()
        || schedule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SearchSpace(
            l2.get(), schedule.get(), batchSize.get(), hidden.get(), initialization.get()));
  }

  /** Returns values between which all of an ordered domain's lie, or all values of a list. */
  static <T> List<T> extremes(Domain<T> domain) {
    return domain instanceof Domain.Choice<T> choice
        ? choice.values()
        : List.of(domain.at(0), domain.at(Math.nextDown(1.0)));
  }
}
