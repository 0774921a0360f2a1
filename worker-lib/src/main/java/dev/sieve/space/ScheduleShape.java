package dev.sieve.space;

import java.util.Arrays;
import java.util.Optional;

/** The shapes of the learning rate over a training. */
public enum ScheduleShape {
  CONSTANT("constant") {
    @Override
    public LearningRateSchedule of(
        double eta, double etaMin, HalfCycle halfCycle, double factor, int every) {
      return new LearningRateSchedule.Constant(eta);
    }
  },
  TRIANGULAR("triangular") {
    @Override
    public LearningRateSchedule of(
        double eta, double etaMin, HalfCycle halfCycle, double factor, int every) {
      return new LearningRateSchedule.Triangular(etaMin, eta, halfCycle);
    }
  },
  SHRINKING_TRIANGULAR("shrinking-triangular") {
    @Override
    public LearningRateSchedule of(
        double eta, double etaMin, HalfCycle halfCycle, double factor, int every) {
      return new ShrinkingTriangular(etaMin, eta, halfCycle, factor);
    }
  },
  STEP_DECAY("step-decay") {
    @Override
    public LearningRateSchedule of(
        double eta, double etaMin, HalfCycle halfCycle, double factor, int every) {
      return new StepDecay(eta, factor, every);
    }
  },
  EXPONENTIAL_DECAY("exponential-decay") {
    @Override
    public LearningRateSchedule of(
        double eta, double etaMin, HalfCycle halfCycle, double factor, int every) {
      return new ExponentialDecay(eta, factor);
    }
  },
  LINEAR_DECAY("linear-decay") {
    @Override
    public LearningRateSchedule of(
        double eta, double etaMin, HalfCycle halfCycle, double factor, int every) {
      return new LinearDecay(eta, etaMin);
    }
  };

  private final String text;

  ScheduleShape(String text) {
    this.text = text;
  }

  /** Returns the name by which conf files and tables know the shape. */
  public String text() {
    return text;
  }

  /** Returns the shape that conf files and tables call {@code text}; empty where none is. */
  public static Optional<ScheduleShape> called(String text) {
    return Arrays.stream(values()).filter(shape -> shape.text.equals(text)).findFirst();
  }

  /**
   * Returns the schedule of this shape with those of the numbers that it has.
   *
   * @param eta the largest rate
   */
  public abstract LearningRateSchedule of(
      double eta, double etaMin, HalfCycle halfCycle, double factor, int every);
}
