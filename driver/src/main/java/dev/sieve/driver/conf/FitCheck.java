package dev.sieve.driver.conf;

import dev.sieve.space.Horizon;
import dev.sieve.space.ScheduleSpace;
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

  /** Refuses batches larger than all images, and half-cycles longer than the whole training. */
  void check(SearchSpace space, int epochs) {
    int largestBatch = Collections.max(HyperparameterReader.extremes(space.batchSize()));
    if (largestBatch > images) {
      refuse(
          Axis.BATCH_SIZE,
          String.format("must be at most the %d training images of stage %s", images, stage));
    } else if (ScheduleKeys.axes(space.schedule().shape()).contains(Axis.HALF_CYCLE)) {
      checkHalfCycle(space.schedule(), Horizon.of(images, largestBatch, epochs));
    }
  }

  /** In the shortest training: η would never reach the top of a longer half-cycle. */
  private void checkHalfCycle(ScheduleSpace space, Horizon shortest) {
    boolean fits =
        HyperparameterReader.extremes(space.halfCycle()).stream()
            .allMatch(half -> half.updates(shortest) <= shortest.updates());
    if (!fits) {
      refuse(
          Axis.HALF_CYCLE,
          "must fit into the %d updates of a trial of stage %s"
              .formatted(shortest.updates(), stage));
    }
  }

  private void refuse(Axis axis, String rule) {
    scope.problems().refuse(scope.entry(axis.key()).orElseThrow(), rule);
  }
}
