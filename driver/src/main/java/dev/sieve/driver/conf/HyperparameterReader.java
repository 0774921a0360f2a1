package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import dev.sieve.space.Domain;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads hyperparameters, single or as domains. Each value is checked by the record it is for. */
final class HyperparameterReader {
  static final Format<Double> L2 = Formats.NUMBER.obeying(l2 -> valid(List.of(), l2, 1));
  static final Format<Integer> BATCH_SIZE =
      Formats.INTEGER.obeying(size -> valid(List.of(), 0, size));
  static final Format<List<Integer>> HIDDEN = Formats.HIDDEN.obeying(hidden -> valid(hidden, 0, 1));
  static final Format<Initialization> INITIALIZATION = Formats.INITIALIZATION;
  static final Format<Double> ETA = Formats.NUMBER.obeying(HyperparameterReader::checkPositive);
  static final Format<Double> ETA_MIN =
      Formats.NUMBER.obeying(
          eta ->
              check(
                  0 <= eta && eta < Double.POSITIVE_INFINITY,
                  "must be finite and >= 0, but was %s",
                  eta));
  static final Format<Integer> HALF_CYCLE =
      Formats.INTEGER.obeying(updates -> check(updates >= 1, "must be >= 1, but was %d", updates));
  static final Format<Integer> EPOCHS =
      Formats.INTEGER.obeying(epochs -> check(epochs >= 1, "must be >= 1, but was %d", epochs));

  private HyperparameterReader() {}

  private static Hyperparameters valid(List<Integer> hidden, double l2, int batchSize) {
    LearningRateSchedule any = new LearningRateSchedule.Constant(1);
    return new Hyperparameters(hidden, l2, batchSize, any, new Initialization.Xavier());
  }

  private static void checkPositive(double eta) {
    check(0 < eta && eta < Double.POSITIVE_INFINITY, "must be finite and > 0, but was %s", eta);
  }

  /** Returns the domain of the batch size, or empty where it was refused. */
  static Optional<Domain<Integer>> batchSize(Scope scope) {
    return scope.domain(Axis.BATCH_SIZE, BATCH_SIZE, DomainFormats.ofIntegers(BATCH_SIZE));
  }

  /** Returns the domains of all hyperparameters, or empty where one of them was refused. */
  static Optional<SearchSpace> space(Scope scope) {
    return space(scope, batchSize(scope));
  }

  /**
   * Returns the domains of all hyperparameters, or empty where one of them, of which {@code
   * batchSize} was read already, was refused.
   */
  static Optional<SearchSpace> space(Scope scope, Optional<Domain<Integer>> batchSize) {
    Optional<Domain<Double>> l2 = scope.domain(Axis.L2, L2, DomainFormats.ofNumbers(L2));
    Optional<Domain<List<Integer>>> hidden =
        scope.domain(Axis.HIDDEN, HIDDEN, DomainFormats.ofHidden(HIDDEN));
    Optional<Domain<Initialization>> initialization =
        scope.domain(Axis.INITIALIZATION, INITIALIZATION, DomainFormats.ofChoices(INITIALIZATION));
    Optional<ScheduleSpace> schedule = schedule(scope);
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

  private static Optional<ScheduleSpace> schedule(Scope scope) {
    Optional<ScheduleType> type = scope.type();
    if (type.equals(Optional.of(ScheduleType.TRIANGULAR))) {
      return triangular(scope);
    }
    return type.flatMap(constant -> scope.domain(Axis.ETA, ETA, DomainFormats.ofNumbers(ETA)))
        .map(ScheduleSpace.Constant::new);
  }

  private static Optional<ScheduleSpace> triangular(Scope scope) {
    Optional<Domain<Double>> etaMin =
        scope.domain(Axis.ETA_MIN, ETA_MIN, DomainFormats.ofNumbers(ETA_MIN));
    Optional<Domain<Double>> etaMax = scope.domain(Axis.ETA_MAX, ETA, DomainFormats.ofNumbers(ETA));
    Optional<Domain<Integer>> halfCycle =
        scope.domain(Axis.HALF_CYCLE, HALF_CYCLE, DomainFormats.ofIntegers(HALF_CYCLE));
    if (!scope.isRoot() && scope.entry(Axis.HALF_CYCLE.key()).isEmpty()) {
      scope
          .problems()
          .missing(
              scope.path() + ".training." + Axis.HALF_CYCLE.key(),
              "must be given for a triangular schedule, here, in search.training or in space");
    }
    if (etaMin.isEmpty() || etaMax.isEmpty() || halfCycle.isEmpty()) {
      return Optional.empty();
    }
    return checked(
        scope, new ScheduleSpace.Triangular(etaMin.get(), etaMax.get(), halfCycle.get()));
  }

  /** Refuses a space with a schedule in it whose smallest rate is above its largest. */
  private static Optional<ScheduleSpace> checked(Scope scope, ScheduleSpace.Triangular space) {
    double highestMin = Collections.max(extremes(space.etaMin()));
    double lowestMax = Collections.min(extremes(space.etaMax()));
    return scope
        .problems()
        .guard(
            scope.entry(Axis.ETA_MAX.key()).orElseThrow(),
            () -> new LearningRateSchedule.Triangular(highestMin, lowestMax, 1))
        .map(valid -> space);
  }

  /** Returns values between which all of an ordered domain's lie, or all values of a list. */
  static <T> List<T> extremes(Domain<T> domain) {
    return domain instanceof Domain.Choice<T> choice
        ? choice.values()
        : List.of(domain.at(0), domain.at(Math.nextDown(1.0)));
  }
}
