package dev.sieve.export.figure;

import dev.sieve.export.run.CurvePoint;
import dev.sieve.export.run.Row;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.run.UnreadableRun;
import dev.sieve.schedule.Horizon;
import dev.sieve.schedule.LearningRateSchedule;
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
  static List<Rate> of(RunTrial trial, List<CurvePoint> curve) {
    Row row = trial.row();
    Optional<ScheduleShape> shape =
        Arrays.stream(ScheduleShape.values())
            .filter(known -> known.text().equals(row.text("schedule")))
            .findFirst();
    boolean known =
        List.of("eta_min", "eta_max", "train_images", "batch_size", "epochs").stream()
            .allMatch(row::has);
    if (shape.isEmpty() || !known) {
      return curve.stream().map(point -> new Rate(point.step(), point.eta())).toList();
    }
    try {
      return of(shape.get(), row, curve.get(curve.size() - 1).step());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnreadableRun(
          "trial %s has no such schedule, %s: the table is damaged"
              .formatted(trial.label(), e.getMessage()),
          e);
    }
  }

  private static List<Rate> of(ScheduleShape shape, Row row, long last) {
    Horizon horizon =
        Horizon.of(count(row, "train_images"), count(row, "batch_size"), count(row, "epochs"));
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
      values = with(values, number, row);
    }
    return values;
  }

  private static <T> AxisValues with(AxisValues values, Axis<T> axis, Row row) {
    return values.with(axis, axis.format().read(row.text(header(axis))));
  }

  /** A constant rate stands in the column of the largest. */
  private static String header(Axis<?> axis) {
    return axis.columns().isEmpty() ? "eta_max" : axis.columns().get(0).header();
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
