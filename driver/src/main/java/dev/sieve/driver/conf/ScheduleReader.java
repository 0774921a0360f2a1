package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import dev.sieve.space.Domain;
import dev.sieve.space.HalfCycle;
import dev.sieve.space.LinearDecay;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.ScheduleSpace;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the learning rate against the update: its shape, and the domains of its numbers. */
final class ScheduleReader {
  private static final Format<Double> ETA = Formats.NUMBER.obeying(ScheduleReader::checkPositive);
  private static final Format<Double> ETA_MIN =
      Formats.NUMBER.obeying(
          eta ->
              check(
                  0 <= eta && eta < Double.POSITIVE_INFINITY,
                  "must be finite and >= 0, but was %s",
                  eta));
  private static final Format<HalfCycle> HALF_CYCLE = TimeFormats.HALF_CYCLE;
  private static final Format<Double> DECAY_FACTOR =
      Formats.NUMBER.obeying(
          factor -> check(0 < factor && factor <= 1, "must be in (0, 1], but was %s", factor));
  private static final Format<Integer> DECAY_EVERY =
      Formats.INTEGER.obeying(epochs -> check(epochs >= 1, "must be >= 1, but was %d", epochs));

  /** Numbers without a default. */
  private static final List<Axis> REQUIRED = List.of(Axis.HALF_CYCLE, Axis.DECAY_FACTOR);

  private final Scope scope;
  private final ScheduleShape shape;

  private ScheduleReader(Scope scope, ScheduleShape shape) {
    this.scope = scope;
    this.shape = shape;
  }

  /** Returns the schedules of {@code scope}, or empty where something in them was refused. */
  static Optional<ScheduleSpace> space(Scope scope) {
    return scope.shape().flatMap(shape -> new ScheduleReader(scope, shape).space());
  }

  private static void checkPositive(double eta) {
    check(0 < eta && eta < Double.POSITIVE_INFINITY, "must be finite and > 0, but was %s", eta);
  }

  private Optional<ScheduleSpace> space() {
    Axis largest = ScheduleKeys.largest(shape);
    Optional<Domain<Double>> eta = scope.domain(largest, ETA, DomainFormats.ofNumbers(ETA));
    Optional<Domain<Double>> etaMin =
        number(Axis.ETA_MIN, ETA_MIN, DomainFormats.ofNumbers(ETA_MIN), ScheduleSpace.ANY_ETA_MIN);
    Optional<Domain<HalfCycle>> halfCycle =
        number(
            Axis.HALF_CYCLE,
            HALF_CYCLE,
            DomainFormats.ofHalfCycles(HALF_CYCLE),
            ScheduleSpace.ANY_HALF_CYCLE);
    Optional<Domain<Double>> factor =
        number(
            Axis.DECAY_FACTOR,
            DECAY_FACTOR,
            DomainFormats.ofNumbers(DECAY_FACTOR),
            ScheduleSpace.ANY_DECAY_FACTOR);
    Optional<Domain<Integer>> every =
        number(
            Axis.DECAY_EVERY,
            DECAY_EVERY,
            DomainFormats.ofIntegers(DECAY_EVERY),
            ScheduleSpace.ANY_DECAY_EVERY);
    REQUIRED.forEach(this::require);
    if (eta.isEmpty()
        || etaMin.isEmpty()
        || halfCycle.isEmpty()
        || factor.isEmpty()
        || every.isEmpty()) {
      return Optional.empty();
    }
    return checked(
        new ScheduleSpace(
            shape, eta.get(), etaMin.get(), halfCycle.get(), factor.get(), every.get()));
  }

  /** Returns the domain of a number that this shape has, or else {@code unused}. */
  private <T> Optional<Domain<T>> number(
      Axis axis, Format<T> values, Format<Domain<T>> domains, Domain<T> unused) {
    return ScheduleKeys.axes(shape).contains(axis)
        ? scope.domain(axis, values, domains)
        : Optional.of(unused);
  }

  private void require(Axis axis) {
    boolean needed = !scope.isRoot() && ScheduleKeys.axes(shape).contains(axis);
    if (needed && scope.entry(axis.key()).isEmpty()) {
      scope
          .problems()
          .missing(
              scope.path() + ".training." + axis.key(),
              "must be given for a %s schedule, here, in search.training or in space"
                  .formatted(shape.text()));
    }
  }

  /** Refuses a space with a schedule in it whose smallest rate is above its largest. */
  private Optional<ScheduleSpace> checked(ScheduleSpace space) {
    double highestMin = Collections.max(HyperparameterReader.extremes(space.etaMin()));
    double lowestMax = Collections.min(HyperparameterReader.extremes(space.eta()));
    Entry entry = scope.entry(ScheduleKeys.largest(shape).key()).orElseThrow();
    return scope
        .problems()
        .guard(entry, () -> new LinearDecay(lowestMax, highestMin))
        .map(valid -> space);
  }
}
