package dev.sieve.space;

import dev.sieve.Rule;
import dev.sieve.format.ColumnType;
import dev.sieve.format.Formats;
import dev.sieve.format.Numbers;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SoftmaxCrossEntropy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All hyperparameters, each declared once. To add one, declare it here, append it to {@link #ALL}
 * with the next coordinate, and use it where networks are trained.
 */
public final class Axes {
  /** Units of each hidden layer, input side first; empty means softmax regression. */
  public static final Axis<List<Integer>> HIDDEN =
      AxisBuilder.of("hidden", 5, NetworkFormats.HIDDEN)
          .title("Hidden units")
          .rule(new Rule<>("must all be >= 1", hidden -> hidden.stream().allMatch(n -> n >= 1)))
          .guarded(NetworkFormats::hiddenDomains)
          .shown(NetworkFormats::hiddenText)
          .exact(NetworkFormats::hiddenText)
          .column(
              "hidden",
              ColumnType.TEXT,
              "units of each hidden layer, input side first: 50, 100-50, none",
              Hyperparameters::hiddenText)
          .declared();

  /** λ of J = loss + λ ΣW², the sum over all weights and no biases; 0 turns it off. */
  public static final Axis<Double> L2 =
      AxisBuilder.number("l2", 0)
          .title("L2 penalty")
          .symbol("λ")
          .rule(Rule.NOT_NEGATIVE)
          .column(ColumnType.DOUBLE, "λ of J = loss + λ ΣW², over all weights and no biases")
          .declared();

  /** Examples per update. */
  public static final Axis<Integer> BATCH_SIZE =
      AxisBuilder.integer("batch-size", 4)
          .title("Batch size")
          .unit("examples")
          .rule(Rule.AT_LEAST_ONE)
          .sharedByPacks()
          .column(ColumnType.INT, "examples per update")
          .declared();

  /** Passes over the training images: the budget, which is no part of a configuration. */
  public static final Axis<Integer> EPOCHS =
      AxisBuilder.integer("epochs", 18)
          .title("Budget")
          .unit("epochs")
          .rule(Rule.AT_LEAST_ONE)
          .identityElsewhere()
          .column(ColumnType.INT, "passes over the training examples granted")
          .declared();

  /** The shape of the learning rate over a training; its numbers are {@link ScheduleAxes}. */
  public static final Axis<ScheduleShape> SCHEDULE =
      AxisBuilder.of(
              "schedule.type", 19, Formats.words(ScheduleShape.values(), ScheduleShape::text))
          .name("schedule")
          .title("Schedule")
          .shown(ScheduleShape::text)
          .exact(ScheduleShape::text)
          .identity(chosen -> "schedule=" + chosen.scheduleText())
          .column(
              "schedule",
              ColumnType.TEXT,
              "of the learning rate: constant, triangular, shrinking-triangular, step-decay,"
                  + " exponential-decay, linear-decay, cosine",
              chosen -> chosen.get(Axes.SCHEDULE).text())
          .declared();

  /** Distribution of the first weights. */
  public static final Axis<Initialization> INITIALIZATION =
      AxisBuilder.of("initialization", 6, NetworkFormats.INITIALIZATION)
          .title("Initialization")
          .shown(Initialization::text)
          .exact(Initialization::text)
          .column(
              "initialization",
              ColumnType.TEXT,
              "distribution of the first weights: xavier, he, gaussian(σ), uniform(low,high)",
              chosen -> chosen.initialization().text())
          .declared();

  /** Loss that training minimizes, without label smoothing. */
  public static final Axis<Objective> OBJECTIVE =
      AxisBuilder.of("objective", 9, NetworkFormats.OBJECTIVE)
          .title("Objective")
          .neutral(SoftmaxCrossEntropy.PLAIN)
          .shown(Objective::text)
          .exact(Objective::text)
          .identity(Axes::objectiveIdentity)
          .column(
              "objective",
              ColumnType.TEXT,
              "loss that training minimizes: softmax-cross-entropy, svm, sigmoid-cross-entropy",
              chosen -> chosen.objective().text())
          .declared();

  /** Share of the target that is spread evenly over all classes. */
  public static final Axis<Double> LABEL_SMOOTHING =
      AxisBuilder.number("label-smoothing", 10)
          .title("Label smoothing")
          .rule(Rule.SHARE)
          .neutral(0.0)
          .identityElsewhere()
          .column(ColumnType.DOUBLE, "share of the target spread over all classes")
          .declared();

  /** Update rule, with its own numbers. */
  public static final Axis<Optimizer> OPTIMIZER =
      AxisBuilder.of("optimizer", 11, NetworkFormats.OPTIMIZER)
          .title("Optimizer")
          .neutral(new Optimizer.Sgd())
          .shown(Axes::optimizerText)
          .exact(optimizer -> optimizer.text() + "," + optimizer.momentum())
          .column(
              "optimizer",
              ColumnType.TEXT,
              "sgd, momentum, nesterov, adam",
              chosen -> chosen.optimizer().text())
          .column(
              "momentum",
              ColumnType.DOUBLE,
              "of the optimizer; 0 where it has none",
              chosen -> chosen.optimizer().momentum())
          .declared();

  /** Share of the hidden units that are left out of each image's update. */
  public static final Axis<Double> DROPOUT =
      AxisBuilder.number("dropout", 12)
          .title("Dropout")
          .rule(Rule.SHARE)
          .neutral(0.0)
          .column(ColumnType.DOUBLE, "share of hidden units dropped")
          .declared();

  /** Probability that a training image is mirrored, left for right. */
  public static final Axis<Double> FLIP =
      augmentation(AxisBuilder.number("flip", 13))
          .title("Probability of a flip")
          .ofImages()
          .rule(Rule.PROBABILITY)
          .neutral(0.0)
          .identity(Axes::augmentationIdentity)
          .column(ColumnType.DOUBLE, "probability of a mirrored image")
          .declared();

  /** Most pixels that a training image is moved by, up or down and left or right. */
  public static final Axis<Integer> SHIFT =
      augmentation(AxisBuilder.integer("shift", 14))
          .title("Largest shift")
          .ofPixels()
          .ofImages()
          .unit("pixels")
          .rule(Rule.COUNT)
          .neutral(0)
          .column(ColumnType.INT, "largest random shift of an image, in pixels")
          .declared();

  /** What comes in where an image has moved away. */
  public static final Axis<Augmentation.Fill> SHIFT_FILL =
      augmentation(
              AxisBuilder.of(
                  "shift-fill",
                  15,
                  Formats.words(Augmentation.Fill.values(), Augmentation.Fill::text)))
          .title("Fill of a shift")
          .neutral(Augmentation.Fill.ZERO)
          .shown(Augmentation.Fill::text)
          .exact(Augmentation.Fill::text)
          .column(
              "shift_fill",
              ColumnType.TEXT,
              "what comes in where an image has moved away: zero, edge; null where shift is 0",
              chosen ->
                  chosen.augmentation().shift() == 0 ? null : chosen.augmentation().fill().text())
          .declared();

  /** Standard deviation of Gaussian noise on the normalized inputs. */
  public static final Axis<Double> NOISE =
      augmentation(AxisBuilder.number("noise", 16))
          .title("Input noise")
          .ofPixels()
          .symbol("σ")
          .rule(Rule.NOT_NEGATIVE)
          .neutral(0.0)
          .column(ColumnType.DOUBLE, "standard deviation of noise on the inputs")
          .declared();

  /** Share of the inputs that are set to 0. */
  public static final Axis<Double> INPUT_DROPOUT =
      augmentation(AxisBuilder.number("input-dropout", 17))
          .title("Input dropout")
          .rule(Rule.SHARE)
          .neutral(0.0)
          .column(ColumnType.DOUBLE, "share of inputs dropped")
          .declared();

  /**
   * Side of a square of each training image that is set to 0, the mean where inputs are normalized:
   * DeVries and Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout",
   * 2017.
   */
  public static final Axis<Integer> CUTOUT =
      AxisBuilder.integer("cutout", 22)
          .title("Cutout")
          .ofPixels()
          .unit("pixels")
          .ofImages()
          .sharedByPacks()
          .rule(Rule.COUNT)
          .neutral(0)
          .column(ColumnType.INT, "side of the square cut out of each training image, in pixels")
          .declared();

  /**
   * All of them, in the order in which people meet them and in which they stand behind a
   * configuration's id. What decides whether another applies stands before it.
   */
  public static final List<Axis<?>> ALL =
      List.of(
          HIDDEN,
          L2,
          BATCH_SIZE,
          SCHEDULE,
          ScheduleAxes.ETA,
          ScheduleAxes.ETA_MAX,
          ScheduleAxes.ETA_MIN,
          ScheduleAxes.HALF_CYCLE,
          ScheduleAxes.DECAY_FACTOR,
          ScheduleAxes.DECAY_EVERY,
          ScheduleAxes.CYCLES,
          ScheduleAxes.WARM_UP,
          INITIALIZATION,
          OBJECTIVE,
          LABEL_SMOOTHING,
          OPTIMIZER,
          DROPOUT,
          FLIP,
          SHIFT,
          SHIFT_FILL,
          NOISE,
          INPUT_DROPOUT,
          CUTOUT,
          EPOCHS);

  /** Number of coordinates of the unit cube. */
  public static final int DIMENSIONS =
      ALL.stream().mapToInt(Axis::coordinate).max().orElseThrow() + 1;

  private Axes() {}

  /** Returns the axis that confs know by {@code key}: {@code schedule.eta}. */
  public static Optional<Axis<?>> named(String key) {
    return ALL.stream().filter(axis -> axis.key().equals(key)).findFirst();
  }

  private static String optimizerText(Optimizer optimizer) {
    return optimizer.momentum() == 0
        ? optimizer.text()
        : optimizer.text() + " " + Numbers.shown(optimizer.momentum());
  }

  /** All parts of the augmentation decide what a step sees; the first one speaks for all. */
  private static <T> AxisBuilder<T> augmentation(AxisBuilder<T> builder) {
    return builder.sharedByPacks().identityElsewhere();
  }

  private static String augmentationIdentity(Hyperparameters chosen) {
    boolean none =
        Stream.of(FLIP, SHIFT, SHIFT_FILL, NOISE, INPUT_DROPOUT)
            .allMatch(axis -> axis.neutral().equals(chosen.get(axis)));
    return none ? "" : "augmentation=" + chosen.augmentation().text();
  }

  private static String objectiveIdentity(Hyperparameters chosen) {
    Objective objective = chosen.objective();
    return objective.equals(SoftmaxCrossEntropy.PLAIN)
        ? ""
        : "objective=" + objective.text() + "," + objective.labelSmoothing();
  }
}
