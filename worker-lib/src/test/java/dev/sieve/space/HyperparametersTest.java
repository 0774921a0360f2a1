package dev.sieve.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.InvalidValueException;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.schedule.CosineCycles;
import dev.sieve.schedule.ExponentialDecay;
import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.LearningRateSchedule.Constant;
import dev.sieve.schedule.LearningRateSchedule.Triangular;
import dev.sieve.schedule.LinearDecay;
import dev.sieve.schedule.ShrinkingTriangular;
import dev.sieve.schedule.StepDecay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HyperparametersTest {
  private static final HalfCycle HALF = HalfCycle.ofUpdates(900);
  private static final Hyperparameters ONE =
      new Hyperparameters(List.of(50), 0.01, 100, new Constant(0.1), new Initialization.Xavier());

  /** Each differs from {@link #ONE} in one value, and from the others. */
  static Stream<Hyperparameters> others() {
    return Stream.of(
        ONE.with(Axes.HIDDEN, List.of(5, 1)),
        ONE.with(Axes.L2, 0.02),
        ONE.with(Axes.BATCH_SIZE, 50),
        ONE.with(Axes.INITIALIZATION, new Initialization.Gaussian(0.01)),
        ONE.with(Axes.INITIALIZATION, new Initialization.Gaussian(0.02)),
        ONE.with(Axes.OBJECTIVE, new MulticlassHinge()),
        ONE.with(Axes.LABEL_SMOOTHING, 0.1),
        ONE.with(Axes.OPTIMIZER, new Optimizer.Nesterov(0.9)),
        ONE.with(Axes.OPTIMIZER, new Optimizer.Nesterov(0.8)),
        ONE.with(Axes.OPTIMIZER, new Optimizer.Momentum(0.9)),
        ONE.with(Axes.DROPOUT, 0.2),
        ONE.with(Axes.FLIP, 0.5),
        ONE.with(Axes.SHIFT, 3),
        ONE.with(Axes.SHIFT_FILL, Augmentation.Fill.EDGE),
        ONE.with(Axes.NOISE, 0.1),
        ONE.with(Axes.INPUT_DROPOUT, 0.1),
        ONE.with(Axes.CUTOUT, 8),
        ONE.with(new Constant(0.2)),
        ONE.with(new Triangular(0, 0.1, HALF)),
        ONE.with(new Triangular(0.01, 0.1, HALF)),
        ONE.with(new Triangular(0, 0.1, HalfCycle.ofEpochs(900))),
        ONE.with(new ShrinkingTriangular(0, 0.1, HALF, 0.5)),
        ONE.with(new StepDecay(0.1, 0.5, 3)),
        ONE.with(new StepDecay(0.1, 0.5, 4)),
        ONE.with(new ExponentialDecay(0.1, 0.5)),
        ONE.with(new LinearDecay(0.1, 0.01)),
        ONE.with(new CosineCycles(0.1, 0, 1, 0)),
        ONE.with(new CosineCycles(0.1, 0, 2, 0)),
        ONE.with(new CosineCycles(0.1, 0, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void configuration_dependsOnEachValue(Hyperparameters other) {
    assertNotEquals(ONE, other);
    assertNotEquals(ONE.configuration(), other.configuration());
  }

  @Test
  void configuration_isAnotherForEachOther() {
    List<Hyperparameters> all = others().toList();
    assertEquals(all.size(), all.stream().map(Hyperparameters::configuration).distinct().count());
  }

  @Test
  void others_varyEveryHyperparameter() {
    Set<Axis<?>> varied = new HashSet<>();
    others()
        .forEach(
            other ->
                Axes.ALL.stream()
                    .filter(axis -> !axis.equals(Axes.EPOCHS))
                    .filter(axis -> !String.valueOf(ONE.get(axis)).equals("" + other.get(axis)))
                    .forEach(varied::add));
    Set<Axis<?>> all = new HashSet<>(Axes.ALL);
    all.remove(Axes.EPOCHS);
    assertEquals(all, varied);
  }

  /** Ids that version 0.1 gave: they name configurations in tables for good. */
  @Test
  void configuration_isAsItEverWas() {
    assertEquals("05d295c63433", r1().configuration());
    assertEquals("be3c507ad5d0", dropout().configuration());
  }

  private static Hyperparameters r1() {
    return new Hyperparameters(
        List.of(50),
        0.001,
        100,
        new Triangular(1e-5, 0.1, HalfCycle.ofUpdates(900)),
        new Initialization.Xavier());
  }

  private static Hyperparameters dropout() {
    return new Hyperparameters(
            List.of(100),
            0,
            100,
            new Triangular(1e-5, 0.1, HalfCycle.ofEpochs(6)),
            new Initialization.He())
        .with(Axes.DROPOUT, 0.2)
        .with(Axes.INPUT_DROPOUT, 0.1);
  }

  @Test
  void with_ofAnotherSchedule_leavesNothingOfTheOldOne() {
    Hyperparameters triangular = ONE.with(new Triangular(0, 0.1, HALF));
    assertEquals(HALF, triangular.get(ScheduleAxes.HALF_CYCLE));
    Hyperparameters back = triangular.with(new Constant(0.1));
    assertEquals(ONE, back);
    assertNull(back.get(ScheduleAxes.HALF_CYCLE));
    assertNull(back.get(ScheduleAxes.ETA_MAX));
    assertEquals(0.1, back.get(ScheduleAxes.ETA));
  }

  @Test
  void objective_isSmoothedAsItsAxisSays() {
    assertEquals(new SoftmaxCrossEntropy(0.1), ONE.with(new SoftmaxCrossEntropy(0.1)).objective());
  }

  @Test
  void valuesThatBreakTheirRule_areRefusedByNameAndValue() {
    InvalidValueException refused =
        assertThrows(InvalidValueException.class, () -> ONE.with(Axes.L2, -1.0));
    assertEquals("l2 must be finite and >= 0, but was -1.0", refused.getMessage());
    assertThrows(InvalidValueException.class, () -> ONE.with(Axes.HIDDEN, List.of(3, 0)));
    Hyperparameters hinge = ONE.with(Axes.OBJECTIVE, new MulticlassHinge());
    assertThrows(InvalidValueException.class, () -> hinge.with(Axes.LABEL_SMOOTHING, 0.1));
  }

  @Test
  void shared_isWhatDecidesTheInputs() {
    assertEquals(ONE.shared(), ONE.with(Axes.L2, 0.5).shared());
    assertNotEquals(ONE.shared(), ONE.with(Axes.BATCH_SIZE, 50).shared());
    assertNotEquals(ONE.shared(), ONE.with(Axes.NOISE, 0.1).shared());
  }

  @ParameterizedTest
  @MethodSource("others")
  void serialized_isTheSameAgain(Hyperparameters other) throws Exception {
    assertEquals(other, again(other));
    assertEquals(other.schedule(), ((Hyperparameters) again(other)).schedule());
  }

  @Test
  void serializedAxis_isTheDeclaredOne() throws Exception {
    for (Axis<?> axis : Axes.ALL) {
      assertSame(axis, again(axis));
    }
  }

  private static Object again(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
