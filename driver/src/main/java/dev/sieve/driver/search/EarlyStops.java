package dev.sieve.driver.search;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.stage.Stage;
import dev.sieve.schedule.Horizon;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stages whose trials may stop inside a cycle of the learning rate, where a network is worse than
 * it will be at the cycle's end: no sign that it will not get better.
 */
public final class EarlyStops {
  /** What decides how many measurements a cycle takes. */
  private static final List<Axis<?>> DECIDING =
      List.of(
          Axes.SCHEDULE,
          Axes.BATCH_SIZE,
          Axes.EPOCHS,
          ScheduleAxes.HALF_CYCLE,
          ScheduleAxes.CYCLES,
          ScheduleAxes.WARM_UP);

  private EarlyStops() {}

  /** Returns a sentence on {@code stage}, where its trials may stop inside a cycle. */
  public static Optional<String> insideCycles(SearchConf conf, Stage stage) {
    int patience = conf.evaluation().earlyStopping().patience();
    SearchSpace space = stage.conf().plan().space();
    if (patience == 0 || space.shapes().stream().noneMatch(ScheduleShape::hasCycles)) {
      return Optional.empty();
    }
    long longest =
        corners(space)
            .filter(chosen -> chosen.get(Axes.SCHEDULE).hasCycles())
            .mapToLong(
                chosen -> cycle(chosen, stage.split().train().length, conf.evaluation().interval()))
            .max()
            .orElseThrow();
    return patience >= longest
        ? Optional.empty()
        : Optional.of(
            Texts.format(
                    "%s: a cycle of the learning rate takes up to %d measurements, and",
                    stage.name(), longest)
                + Texts.format(
                    " evaluation.early-stopping.patience = %d may stop a trial inside it",
                    patience));
  }

  private static Stream<Candidate> corners(SearchSpace space) {
    Stream<SearchSpace> corners = Stream.of(space);
    for (Axis<?> axis : DECIDING) {
      corners = corners.flatMap(corner -> ends(corner, axis));
    }
    return corners.map(corner -> corner.at(new double[Axes.DIMENSIONS]));
  }

  private static <T> Stream<SearchSpace> ends(SearchSpace space, Axis<T> axis) {
    return space.has(axis)
        ? space.domain(axis).extremes().stream().map(value -> space.with(axis, value))
        : Stream.of(space);
  }

  /** Returns the measurements to the end of the first cycle, or of the training. */
  private static long cycle(Candidate chosen, int images, int interval) {
    LearningRateSchedule schedule = chosen.hyperparameters().schedule();
    Horizon horizon = Horizon.of(images, chosen.hyperparameters().batchSize(), chosen.epochs());
    long step = 1;
    while (step < horizon.updates() && !schedule.endsCycle(step, horizon)) {
      step++;
    }
    int between = interval == 0 ? horizon.updatesPerEpoch() : interval;
    return (step + between - 1) / between;
  }
}
