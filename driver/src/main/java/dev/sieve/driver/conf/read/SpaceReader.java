package dev.sieve.driver.conf.read;

import dev.sieve.InvalidValueException;
import dev.sieve.Texts;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisValues;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the domains of all hyperparameters of a scope, single values among them. */
final class SpaceReader {
  private final Scope scope;
  private boolean refused;

  private SpaceReader(Scope scope) {
    this.scope = scope;
  }

  /** Returns the space of {@code scope}, or empty where something in it was refused. */
  static Optional<SearchSpace> space(Scope scope) {
    List<ScheduleShape> shapes = scope.shapes();
    return shapes.isEmpty() ? Optional.empty() : new SpaceReader(scope).space(shapes);
  }

  private Optional<SearchSpace> space(List<ScheduleShape> shapes) {
    SearchSpace space = SearchSpace.EMPTY;
    for (Axis<?> axis : Axes.ALL) {
      Optional<ScheduleShape> having =
          shapes.stream()
              .filter(shape -> axis.applies(AxisValues.NONE.with(Axes.SCHEDULE, shape)))
              .findFirst();
      if (having.isPresent()) {
        space = with(space, axis, having.get());
      }
    }
    if (refused) {
      return Optional.empty();
    }
    for (ScheduleShape shape : shapes) {
      checkSchedules(space, shape);
    }
    checkObjectives(space);
    return Optional.of(space);
  }

  private <T> SearchSpace with(SearchSpace space, Axis<T> axis, ScheduleShape shape) {
    Optional<Domain<T>> domain = scope.domain(axis);
    if (domain.isEmpty()) {
      refused = true;
      requireNumber(axis, shape);
      return space;
    }
    return space.with(axis, domain.get());
  }

  /** Reports a number of a schedule that has no default and is not given. */
  private void requireNumber(Axis<?> axis, ScheduleShape shape) {
    if (!scope.isRoot() && shape.has(axis) && scope.entry(axis.key()).isEmpty()) {
      scope
          .problems()
          .missing(
              scope.path() + ".training." + axis.key(),
              Texts.format(
                  "must be given for a %s schedule, here, in search.training or in space",
                  shape.text()));
    }
  }

  /**
   * Refuses numbers of a schedule that do not go together, or with the budget, as domains reach.
   */
  private void checkSchedules(SearchSpace space, ScheduleShape shape) {
    List<Axis<?>> axes = new ArrayList<>(shape.numbers());
    axes.add(Axes.EPOCHS);
    for (AxisValues corner : corners(space, axes)) {
      try {
        shape.of(corner).checkBudget(corner.get(Axes.EPOCHS));
      } catch (InvalidValueException e) {
        scope.problems().refuse(entryOf(e, shape), e);
        return;
      }
    }
  }

  /** Returns where the number stands that {@code e} names, or else the largest rate. */
  private Entry entryOf(InvalidValueException e, ScheduleShape shape) {
    Axis<?> named =
        shape.numbers().stream()
            .filter(axis -> axis.name().equals(e.thing()))
            .findFirst()
            .orElse(shape.largest());
    return scope.entry(named.key()).orElseThrow();
  }

  /** Returns all combinations of the smallest and the largest value along {@code axes}. */
  private static List<AxisValues> corners(SearchSpace space, List<Axis<?>> axes) {
    List<AxisValues> corners = List.of(AxisValues.NONE);
    for (Axis<?> axis : axes) {
      List<AxisValues> more = new ArrayList<>();
      corners.forEach(corner -> addEnds(corner, space, axis, more));
      corners = more;
    }
    return corners;
  }

  private static <T> void addEnds(
      AxisValues corner, SearchSpace space, Axis<T> axis, List<AxisValues> to) {
    for (T end : space.domain(axis).ends()) {
      to.add(corner.with(axis, end));
    }
  }

  /** Refuses label smoothing together with an objective that knows none. */
  private void checkObjectives(SearchSpace space) {
    Entry entry = scope.entry(Axes.LABEL_SMOOTHING.key()).orElseThrow();
    for (double smoothing : space.domain(Axes.LABEL_SMOOTHING).ends()) {
      for (var objective : space.domain(Axes.OBJECTIVE).extremes()) {
        scope.problems().guard(entry, () -> objective.smoothed(smoothing));
      }
    }
  }
}
