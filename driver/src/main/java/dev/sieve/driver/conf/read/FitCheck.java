package dev.sieve.driver.conf.read;

import dev.sieve.Texts;
import dev.sieve.schedule.Horizon;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.SearchSpace;
import java.util.Collections;

/**
 * Whether what a stage may draw fits its number of training images.
 *
 * @param scope the stage's
 * @param stage its name
 * @param images that it trains on
 */
record FitCheck(Scope scope, String stage, int images) {

  /** Refuses batches larger than all images. */
  void checkBatches(Domain<Integer> batchSize) {
    if (largest(batchSize) > images) {
      refuse(
          Axes.BATCH_SIZE,
          Texts.format("must be at most the %d training images of stage %s", images, stage));
    }
  }

  /**
   * Refuses half-cycles longer than the shortest training: η would never reach their top. Batches
   * that do not fit are left to {@link #checkBatches}.
   */
  void checkHalfCycles(SearchSpace space) {
    int largestBatch = largest(space.domain(Axes.BATCH_SIZE));
    if (largestBatch > images || !space.has(ScheduleAxes.HALF_CYCLE)) {
      return;
    }
    int fewest = Collections.min(space.domain(Axes.EPOCHS).extremes());
    Horizon shortest = Horizon.of(images, largestBatch, fewest);
    boolean fits =
        space.domain(ScheduleAxes.HALF_CYCLE).extremes().stream()
            .allMatch(half -> half.updates(shortest) <= shortest.updates());
    if (!fits) {
      refuse(
          ScheduleAxes.HALF_CYCLE,
          Texts.format(
              "must fit into the %d updates of a trial of stage %s", shortest.updates(), stage));
    }
  }

  private static int largest(Domain<Integer> batchSize) {
    return Collections.max(batchSize.extremes());
  }

  private void refuse(Axis<?> axis, String rule) {
    scope.problems().refuse(scope.entry(axis.key()).orElseThrow(), rule);
  }
}
