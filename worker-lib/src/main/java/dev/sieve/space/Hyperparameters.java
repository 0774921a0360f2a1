package dev.sieve.space;

import static dev.sieve.Checks.check;

import dev.sieve.Digest;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.schedule.LearningRateSchedule;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * A configuration: all that decides how a network is built and trained, but for its seed and its
 * budget of epochs. Holds a value of each of {@link Axes#ALL} that applies.
 */
public final class Hyperparameters implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final AxisValues values;
  private final LearningRateSchedule schedule;
  private final Objective objective;

  /**
   * @param given may lack what has a neutral value; what does not apply is left out
   * @throws dev.sieve.InvalidValueException where a value breaks its rule, or values do not go
   *     together
   */
  Hyperparameters(AxisValues given) {
    AxisValues complete = AxisValues.NONE;
    for (Axis<?> axis : Axes.ALL) {
      complete = add(axis, given, complete);
    }
    this.values = complete;
    this.schedule = complete.get(Axes.SCHEDULE).of(complete);
    this.objective = get(Axes.OBJECTIVE).smoothed(get(Axes.LABEL_SMOOTHING));
  }

  private static <T> AxisValues add(Axis<T> axis, AxisValues given, AxisValues to) {
    if (axis.equals(Axes.EPOCHS) || !axis.applies(to)) {
      return to;
    }
    T value = given.get(axis) == null ? axis.neutral() : given.get(axis);
    check(value != null, "a configuration needs a value of %s, but has none", axis.key());
    axis.check(value);
    return to.with(axis, value);
  }

  /**
   * Softmax cross-entropy by plain gradient descent, nothing dropped, on the images as they are.
   *
   * @param hidden units of each hidden layer, input side first; empty means softmax regression
   * @param l2 λ of J = loss + λ ΣW²
   * @param batchSize images per update
   */
  public Hyperparameters(
      List<Integer> hidden,
      double l2,
      int batchSize,
      LearningRateSchedule schedule,
      Initialization initialization) {
    this(
        ScheduleShape.with(
            AxisValues.NONE
                .with(Axes.HIDDEN, List.copyOf(hidden))
                .with(Axes.L2, l2)
                .with(Axes.BATCH_SIZE, batchSize)
                .with(Axes.INITIALIZATION, initialization),
            schedule));
  }

  /** Returns this configuration with another value of {@code axis}. */
  public <T> Hyperparameters with(Axis<T> axis, T value) {
    return new Hyperparameters(values.with(axis, value));
  }

  /** Returns this configuration with another learning rate. */
  public Hyperparameters with(LearningRateSchedule other) {
    return new Hyperparameters(ScheduleShape.with(values, other));
  }

  /** Returns this configuration with another objective, smoothed as that is. */
  public Hyperparameters with(Objective other) {
    return new Hyperparameters(
        values
            .with(Axes.OBJECTIVE, other.smoothed(0))
            .with(Axes.LABEL_SMOOTHING, other.labelSmoothing()));
  }

  /** Returns this configuration with another augmentation. */
  public Hyperparameters with(Augmentation other) {
    return new Hyperparameters(
        values
            .with(Axes.FLIP, other.flip())
            .with(Axes.SHIFT, other.shift())
            .with(Axes.SHIFT_FILL, other.fill())
            .with(Axes.NOISE, other.noise())
            .with(Axes.INPUT_DROPOUT, other.dropout())
            .with(Axes.CUTOUT, other.cutout()));
  }

  /** Returns the value of {@code axis}; null where the configuration has none. */
  public <T> T get(Axis<T> axis) {
    return axis.applies(values) ? values.get(axis) : null;
  }

  /** Returns the units of each hidden layer, input side first; empty means softmax regression. */
  public List<Integer> hidden() {
    return get(Axes.HIDDEN);
  }

  /** Returns λ of J = loss + λ ΣW², the sum over all weights and no biases; 0 turns it off. */
  public double l2() {
    return get(Axes.L2);
  }

  /** Returns the number of images per update. */
  public int batchSize() {
    return get(Axes.BATCH_SIZE);
  }

  /** Returns the learning rate η against the update. */
  public LearningRateSchedule schedule() {
    return schedule;
  }

  /** Returns the distribution of the first weights. */
  public Initialization initialization() {
    return get(Axes.INITIALIZATION);
  }

  /** Returns the loss that training minimizes, smoothed as its targets are. */
  public Objective objective() {
    return objective;
  }

  /** Returns the update rule. */
  public Optimizer optimizer() {
    return get(Axes.OPTIMIZER);
  }

  /** Returns the share of the hidden units that are left out of each image's update. */
  public double dropout() {
    return get(Axes.DROPOUT);
  }

  /** Returns what is done to the training images. */
  public Augmentation augmentation() {
    return new Augmentation(
        get(Axes.FLIP),
        get(Axes.SHIFT),
        get(Axes.SHIFT_FILL),
        get(Axes.NOISE),
        get(Axes.INPUT_DROPOUT),
        get(Axes.CUTOUT));
  }

  /** Returns the hidden layers as tables show them: {@code 50}, {@code 100-50}, {@code none}. */
  public String hiddenText() {
    return Axes.HIDDEN.shown(hidden());
  }

  /** Returns the schedule with its numbers, to the last digit: {@code constant(0.01)}. */
  public String scheduleText() {
    return values.get(Axes.SCHEDULE).text(values);
  }

  /** Returns the values that all trials of a pack must share, so that they see the same inputs. */
  public AxisValues shared() {
    AxisValues shared = AxisValues.NONE;
    for (Axis<?> axis : Axes.ALL) {
      shared = axis.isShared() ? copy(axis, shared) : shared;
    }
    return shared;
  }

  private <T> AxisValues copy(Axis<T> axis, AxisValues to) {
    return to.with(axis, get(axis));
  }

  /**
   * Returns the configuration's id: 12 hexadecimal digits, a hash of the values, so that the same
   * configuration has the same id in every stage, search and run. What a configuration does without
   * is not part of it, so that a new hyperparameter leaves older ids as they are.
   */
  public String configuration() {
    return Digest.of(
        Axes.ALL.stream().map(axis -> axis.identity(this)).filter(text -> !text.isEmpty()).toList(),
        6);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hyperparameters others && values.equals(others.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
