package dev.sieve.space;

import dev.sieve.Rule;
import dev.sieve.format.ColumnType;
import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.Horizon;

/** The numbers of learning-rate schedules, of which each {@link ScheduleShape} has some. */
public final class ScheduleAxes {
  /** The rate of a constant schedule; the first rate of step and exponential decay. */
  public static final Axis<Double> ETA =
      largest(rate("eta", 1)).title("Learning rate").rule(Rule.POSITIVE).declared();

  /** The smallest rate of a cycle, or of a decay that ends there. */
  public static final Axis<Double> ETA_MIN =
      rate("eta-min", 2)
          .title("Lowest learning rate")
          .rule(Rule.NOT_NEGATIVE)
          .column(
              "eta_min",
              ColumnType.DOUBLE,
              "smallest learning rate η; 0 for one that decays towards it",
              chosen -> chosen.schedule().etaMin())
          .declared();

  /** The largest rate of a cycle, or the first of a decay that ends at the smallest. */
  public static final Axis<Double> ETA_MAX =
      largest(rate("eta-max", 1)).title("Highest learning rate").rule(Rule.POSITIVE).declared();

  /** Updates from the smallest rate up to the largest: the stepsize n_s. */
  public static final Axis<HalfCycle> HALF_CYCLE =
      number(AxisBuilder.of("schedule.half-cycle", 3, HalfCycle.FORMAT))
          .title("Half-cycle")
          .unit("updates")
          .numeric()
          .kind(Domain.IntegerRange.KIND, Domain.HalfCycles::between)
          .shown(HalfCycle::text)
          .exact(HalfCycle::text)
          .column(
              "half_cycle",
              ColumnType.INT,
              "updates in half a cycle, n_s; null without cycles",
              ScheduleAxes::halfCycle)
          .declared();

  /** What a decaying rate, or the height of a cycle, is multiplied by. */
  public static final Axis<Double> DECAY_FACTOR =
      number(AxisBuilder.number("schedule.decay-factor", 7))
          .title("Decay factor")
          .rule(Rule.DECAY)
          .column(ColumnType.DOUBLE, "of a decaying or shrinking schedule; null elsewhere")
          .declared();

  /** Epochs between two decays. */
  public static final Axis<Integer> DECAY_EVERY =
      number(AxisBuilder.integer("schedule.decay-every", 8))
          .title("Epochs between decays")
          .rule(Rule.AT_LEAST_ONE)
          .column(ColumnType.INT, "epochs between two decays in steps; null elsewhere")
          .declared();

  /** Whole cycles over a training. */
  public static final Axis<Integer> CYCLES =
      number(AxisBuilder.integer("schedule.cycles", 20))
          .title("Cycles")
          .rule(Rule.AT_LEAST_ONE)
          .column(ColumnType.INT, "whole cycles of a cosine schedule; null elsewhere")
          .declared();

  /** First epochs, over which the rate rises to its largest. */
  public static final Axis<Integer> WARM_UP =
      number(AxisBuilder.integer("schedule.warm-up", 21))
          .title("Warm-up")
          .unit("epochs")
          .rule(Rule.COUNT)
          .column(
              ColumnType.INT,
              "epochs over which the rate of a cosine schedule rises at first; null elsewhere")
          .declared();

  private ScheduleAxes() {}

  private static AxisBuilder<Double> rate(String name, int coordinate) {
    return number(AxisBuilder.number("schedule." + name, coordinate)).symbol("η");
  }

  /** Each shape has one rate that no other exceeds: one column shows it, whatever its name. */
  private static AxisBuilder<Double> largest(AxisBuilder<Double> builder) {
    return builder.column(
        "eta_max",
        ColumnType.DOUBLE,
        "largest learning rate η",
        chosen -> chosen.schedule().etaMax());
  }

  /** A number applies where the shape has it; the shape's own text tells configurations apart. */
  private static <T> AxisBuilder<T> number(AxisBuilder<T> builder) {
    return builder
        .appliesWhere(values -> values.get(Axes.SCHEDULE).has(builder.key))
        .identityElsewhere();
  }

  private static Object halfCycle(Candidate candidate, Horizon horizon) {
    HalfCycle half = candidate.get(HALF_CYCLE);
    return half == null ? null : Math.toIntExact(half.updates(horizon));
  }
}
