package dev.sieve.space;

import static dev.sieve.space.ScheduleAxes.CYCLES;
import static dev.sieve.space.ScheduleAxes.DECAY_EVERY;
import static dev.sieve.space.ScheduleAxes.DECAY_FACTOR;
import static dev.sieve.space.ScheduleAxes.ETA;
import static dev.sieve.space.ScheduleAxes.ETA_MAX;
import static dev.sieve.space.ScheduleAxes.ETA_MIN;
import static dev.sieve.space.ScheduleAxes.HALF_CYCLE;
import static dev.sieve.space.ScheduleAxes.WARM_UP;

import dev.sieve.schedule.CosineCycles;
import dev.sieve.schedule.ExponentialDecay;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.schedule.LearningRateSchedule.Constant;
import dev.sieve.schedule.LearningRateSchedule.Triangular;
import dev.sieve.schedule.LinearDecay;
import dev.sieve.schedule.ShrinkingTriangular;
import dev.sieve.schedule.StepDecay;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shapes of the learning rate over a training, and the numbers that each of them has. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state, and records of them
public enum ScheduleShape {
  CONSTANT(
      "constant",
      shape(Constant.class, List.of(number(ETA, Constant::eta))),
      v -> new Constant(v.get(ETA))),
  TRIANGULAR(
      "triangular",
      shape(
          Triangular.class,
          List.of(
              number(ETA_MIN, Triangular::etaMin),
              number(ETA_MAX, Triangular::etaMax),
              number(HALF_CYCLE, Triangular::halfCycle))),
      v -> new Triangular(v.get(ETA_MIN), v.get(ETA_MAX), v.get(HALF_CYCLE))),
  SHRINKING_TRIANGULAR(
      "shrinking-triangular",
      shape(
          ShrinkingTriangular.class,
          List.of(
              number(ETA_MIN, ShrinkingTriangular::etaMin),
              number(ETA_MAX, ShrinkingTriangular::etaMax),
              number(HALF_CYCLE, ShrinkingTriangular::halfCycle),
              number(DECAY_FACTOR, ShrinkingTriangular::factor))),
      v ->
          new ShrinkingTriangular(
              v.get(ETA_MIN), v.get(ETA_MAX), v.get(HALF_CYCLE), v.get(DECAY_FACTOR))),
  STEP_DECAY(
      "step-decay",
      shape(
          StepDecay.class,
          List.of(
              number(ETA, StepDecay::eta),
              number(DECAY_FACTOR, StepDecay::factor),
              number(DECAY_EVERY, StepDecay::every))),
      v -> new StepDecay(v.get(ETA), v.get(DECAY_FACTOR), v.get(DECAY_EVERY))),
  EXPONENTIAL_DECAY(
      "exponential-decay",
      shape(
          ExponentialDecay.class,
          List.of(
              number(ETA, ExponentialDecay::eta), number(DECAY_FACTOR, ExponentialDecay::factor))),
      v -> new ExponentialDecay(v.get(ETA), v.get(DECAY_FACTOR))),
  LINEAR_DECAY(
      "linear-decay",
      shape(
          LinearDecay.class,
          List.of(number(ETA_MAX, LinearDecay::etaMax), number(ETA_MIN, LinearDecay::etaMin))),
      v -> new LinearDecay(v.get(ETA_MAX), v.get(ETA_MIN))),
  COSINE(
      "cosine",
      shape(
          CosineCycles.class,
          List.of(
              number(ETA_MAX, CosineCycles::etaMax),
              number(ETA_MIN, CosineCycles::etaMin),
              number(CYCLES, CosineCycles::cycles),
              number(WARM_UP, CosineCycles::warmUp))),
      v -> new CosineCycles(v.get(ETA_MAX), v.get(ETA_MIN), v.get(CYCLES), v.get(WARM_UP)));

  private final String text;
  private final Parts<?> numbers;
  private final Function<AxisValues, LearningRateSchedule> making;

  ScheduleShape(String text, Parts<?> numbers, Function<AxisValues, LearningRateSchedule> making) {
    this.text = text;
    this.numbers = numbers;
    this.making = making;
  }

  /** One number of schedules of type {@code S}. */
  private record Part<S, T>(Axis<T> axis, Function<S, T> value) {
    AxisValues addTo(AxisValues values, S schedule) {
      return values.with(axis, value.apply(schedule));
    }

    String text(AxisValues values) {
      return axis.exact(values.get(axis));
    }
  }

  /** All numbers of schedules of type {@code S}. */
  private record Parts<S>(Class<S> type, List<Part<S, ?>> all) {
    AxisValues addTo(AxisValues values, LearningRateSchedule schedule) {
      AxisValues sum = values;
      for (Part<S, ?> number : all) {
        sum = number.addTo(sum, type.cast(schedule));
      }
      return sum;
    }
  }

  private static <S, T> Part<S, T> number(Axis<T> axis, Function<S, T> value) {
    return new Part<>(axis, value);
  }

  private static <S> Parts<S> shape(Class<S> type, List<Part<S, ?>> all) {
    return new Parts<>(type, all);
  }

  /** Returns the name by which conf files and tables know the shape. */
  public String text() {
    return text;
  }

  /** Returns the numbers that a schedule of this shape has, in the order of its text. */
  public List<Axis<?>> numbers() {
    return numbers.all.stream().<Axis<?>>map(Part::axis).toList();
  }

  /** Returns which of the numbers is the largest rate. */
  public Axis<Double> largest() {
    return has(ETA) ? ETA : ETA_MAX;
  }

  /** Returns whether schedules of this shape have {@code number}. */
  public boolean has(Axis<?> number) {
    return has(number.key());
  }

  /** As {@link #has(Axis)}, for the number that confs know by {@code key}. */
  boolean has(String key) {
    return numbers.all.stream().anyMatch(mine -> mine.axis.key().equals(key));
  }

  /** Returns whether schedules of this shape rise and fall in cycles. */
  public boolean hasCycles() {
    return has(HALF_CYCLE) || has(CYCLES);
  }

  /**
   * Returns the schedule of this shape with its numbers from {@code values}.
   *
   * @throws dev.sieve.InvalidValueException where they do not go together
   */
  public LearningRateSchedule of(AxisValues values) {
    return making.apply(values);
  }

  /** Returns shape and numbers as people and canonical texts have them: {@code constant(0.01)}. */
  String text(AxisValues values) {
    return numbers.all.stream()
        .map(number -> number.text(values))
        .collect(Collectors.joining(",", text + "(", ")"));
  }

  /** Returns {@code values} with shape and numbers of {@code schedule}. */
  static AxisValues with(AxisValues values, LearningRateSchedule schedule) {
    ScheduleShape shape =
        Arrays.stream(values())
            .filter(known -> known.numbers.type.isInstance(schedule))
            .findFirst()
            .orElseThrow();
    return shape.numbers.addTo(values.with(Axes.SCHEDULE, shape), schedule);
  }
}
