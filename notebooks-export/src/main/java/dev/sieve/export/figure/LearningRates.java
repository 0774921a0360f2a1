package dev.sieve.export.figure;

import dev.sieve.export.run.Measurement;
import dev.sieve.export.run.RunTrial;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import dev.sieve.run.UnreadableRun;
import dev.sieve.schedule.Horizon;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisValues;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.ScheduleShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The learning rate of a trial wherever it bends: the schedule's own formula, from the numbers in
 * the trial's row. Measurements, one per epoch mostly, would cut its corners off.
 */
final class LearningRates {
  private static final int MOST = 200;

  /** η at one update. */
  record Rate(long step, double eta) {}

  private LearningRates() {}

  /** Returns the rates up to the last of {@code curve}; those measured where the row lacks any. */
  static List<Rate> of(RunTrial trial, List<Measurement> curve) {
    Row row = trial.row();
    Optional<ScheduleShape> shape = shape(row);
    if (shape.isEmpty() || !isWhole(shape.get(), row)) {
      return curve.stream().map(point -> new Rate(point.step(), point.eta())).toList();
    }
    try {
      return of(shape.get(), row, curve.get(curve.size() - 1).step());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnreadableRun(
          "trial "
              + trial.label()
              + " has no such schedule, "
              + e.getMessage()
              + ": the table is damaged",
          e);
    }
  }

  /** Empty where the row has none, or one of a later version. */
  private static Optional<ScheduleShape> shape(Row row) {
    String name = row.text(header(Axes.SCHEDULE));
    return Arrays.stream(ScheduleShape.values()).filter(s -> s.text().equals(name)).findFirst();
  }

  private static boolean isWhole(ScheduleShape shape, Row row) {
    return shape.numbers().stream().map(LearningRates::header).allMatch(row::has)
        && row.has(TrialTable.TRAIN_IMAGES)
        && row.has(header(Axes.BATCH_SIZE))
        && row.has(header(Axes.EPOCHS));
  }

  private static String header(Axis<?> axis) {
    return axis.columns().get(0).header();
  }

  private static List<Rate> of(ScheduleShape shape, Row row, long last) {
    Horizon horizon =
        Horizon.of(
            count(row, TrialTable.TRAIN_IMAGES.header()),
            count(row, header(Axes.BATCH_SIZE)),
            count(row, header(Axes.EPOCHS)));
    AxisValues values = values(shape, row);
    LearningRateSchedule schedule = shape.of(values);
    return bends(
        steps(shape, values, horizon, last).stream()
            .map(step -> new Rate(step, schedule.at(step, horizon)))
            .toList());
  }

  /** Leaves out what lies on the straight line between its neighbours. */
  private static List<Rate> bends(List<Rate> rates) {
    List<Rate> kept = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      boolean inside = i > 0 && i < rates.size() - 1;
      if (!inside || !isStraight(rates.get(i - 1), rates.get(i), rates.get(i + 1))) {
        kept.add(rates.get(i));
      }
    }
    return kept;
  }

  private static boolean isStraight(Rate before, Rate at, Rate after) {
    double share = (double) (at.step - before.step) / (after.step - before.step);
    double expected = before.eta + share * (after.eta - before.eta);
    return Math.abs(at.eta - expected) <= 1e-9 * Math.max(before.eta, after.eta);
  }

  private static AxisValues values(ScheduleShape shape, Row row) {
    AxisValues values = AxisValues.NONE;
    for (Axis<?> number : shape.numbers()) {
      values = with(values, number, row.text(header(number)));
    }
    return values;
  }

  private static <T> AxisValues with(AxisValues values, Axis<T> axis, String text) {
    return values.with(axis, axis.format().read(text));
  }

  /** Evenly chosen updates, and those at which the rate turns or falls. */
  private static NavigableSet<Long> steps(
      ScheduleShape shape, AxisValues values, Horizon horizon, long last) {
    NavigableSet<Long> steps = new TreeSet<>();
    long most = Math.min(last, MOST);
    LongStream.rangeClosed(0, most).forEach(i -> steps.add(most == 0 ? 0 : i * last / most));
    if (shape.has(ScheduleAxes.HALF_CYCLE)) {
      multiples(values.get(ScheduleAxes.HALF_CYCLE).updates(horizon), last).forEach(steps::add);
    }
    if (shape.has(ScheduleAxes.DECAY_EVERY)) {
      long decay = (long) values.get(ScheduleAxes.DECAY_EVERY) * horizon.updatesPerEpoch();
      multiples(decay, last).filter(step -> step > 0).forEach(step -> steps.add(step - 1));
      multiples(decay, last).forEach(steps::add);
    }
    return steps;
  }

  private static LongStream multiples(long of, long last) {
    return LongStream.iterate(0, step -> step <= last, step -> step + of).limit(MOST);
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.count(column));
  }
}
