package dev.sieve.driver.conf.read;

import dev.sieve.schedule.HalfCycle;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
import dev.sieve.space.Initialization;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.SearchSpace;
import java.util.List;

/** Spaces in which few axes are told; the others have the defaults of a conf. */
public final class Spaces {
  private Spaces() {}

  /**
   * Returns a space whose other axes have their neutral values.
   *
   * @param schedule the axes of the learning rate, see {@link #constant}
   */
  public static SearchSpace of(
      Domain<Double> l2,
      SearchSpace schedule,
      Domain<Integer> batchSize,
      Domain<List<Integer>> hidden,
      Domain<Initialization> initialization,
      Domain<Integer> epochs) {
    SearchSpace space =
        schedule
            .with(Axes.L2, l2)
            .with(Axes.BATCH_SIZE, batchSize)
            .with(Axes.HIDDEN, hidden)
            .with(Axes.INITIALIZATION, initialization)
            .with(Axes.EPOCHS, epochs);
    for (Axis<?> axis : Axes.ALL) {
      space = axis.neutral() == null ? space : withNeutral(space, axis);
    }
    return space;
  }

  private static <T> SearchSpace withNeutral(SearchSpace space, Axis<T> axis) {
    return space.with(axis, axis.neutral());
  }

  public static SearchSpace constant(Domain<Double> eta) {
    return SearchSpace.EMPTY
        .with(Axes.SCHEDULE, ScheduleShape.CONSTANT)
        .with(ScheduleAxes.ETA, eta);
  }

  public static SearchSpace triangular(
      Domain<Double> etaMin, Domain<Double> etaMax, Domain<HalfCycle> halfCycle) {
    return SearchSpace.EMPTY
        .with(Axes.SCHEDULE, ScheduleShape.TRIANGULAR)
        .with(ScheduleAxes.ETA_MIN, etaMin)
        .with(ScheduleAxes.ETA_MAX, etaMax)
        .with(ScheduleAxes.HALF_CYCLE, halfCycle);
  }
}
