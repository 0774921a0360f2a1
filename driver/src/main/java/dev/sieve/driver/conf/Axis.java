package dev.sieve.driver.conf;

import java.util.Arrays;

/** The hyperparameters that a conf may set or search. */
public enum Axis {
  /** λ, the weight of the penalty. */
  L2("l2"),
  /** η of a constant schedule; the first η of step and exponential decay. */
  ETA("schedule.eta"),
  /** The smallest η of a cycle, or of a linear decay. */
  ETA_MIN("schedule.eta-min"),
  /** The largest η of a cycle, or of a linear decay. */
  ETA_MAX("schedule.eta-max"),
  /** Updates in half a cycle. */
  HALF_CYCLE("schedule.half-cycle"),
  /** Images per update. */
  BATCH_SIZE("batch-size"),
  /** Units of each hidden layer. */
  HIDDEN("hidden"),
  /** Distribution of the first weights. */
  INITIALIZATION("initialization"),
  /** What a decaying η, or the height of a cycle, is multiplied by. */
  DECAY_FACTOR("schedule.decay-factor"),
  /** Epochs between two decays. */
  DECAY_EVERY("schedule.decay-every"),
  /** Loss that training minimizes. */
  OBJECTIVE("objective"),
  /** Share of the target spread over all classes. */
  LABEL_SMOOTHING("label-smoothing"),
  /** Update rule. */
  OPTIMIZER("optimizer"),
  /** Share of hidden units left out. */
  DROPOUT("dropout"),
  /** Probability of a mirrored image. */
  FLIP("flip"),
  /** Most pixels that an image is moved by. */
  SHIFT("shift"),
  /** What comes in where an image has moved away. */
  SHIFT_FILL("shift-fill"),
  /** Standard deviation of noise on the inputs. */
  NOISE("noise"),
  /** Share of inputs left out. */
  INPUT_DROPOUT("input-dropout"),
  /** Passes over the training images. */
  EPOCHS("epochs");

  static final String SCHEDULE = "schedule.";

  private final String key;

  Axis(String key) {
    this.key = key;
  }

  /** Returns the key, below {@code training} or {@code space}. */
  public String key() {
    return key;
  }

  boolean isOfSchedule() {
    return key.startsWith(SCHEDULE);
  }

  static boolean isKey(String key) {
    return Arrays.stream(values()).anyMatch(axis -> axis.key.equals(key));
  }
}
