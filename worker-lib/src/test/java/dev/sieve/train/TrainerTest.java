package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.input.Inputs;
import dev.sieve.engine.SieveEngine;
import dev.sieve.team.Cores;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrainingTime;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final TrainingData DATA = TestData.of(300, 100);

  @Test
  void train_learns() {
    TrialResult result = train(settings(TestData.EVALUATION), trial(0, 0.1, 10)).get(0).result();
    assertEquals(Status.COMPLETED, result.status());
    assertEquals(50, result.steps());
    assertTrue(result.validation().accuracy() > 0.8, () -> "" + result.validation());
    assertTrue(result.test().accuracy() > 0.8, () -> "" + result.validation());
    assertTrue(result.train().cost() > result.train().loss(), "the penalty counts");
  }

  @Test
  void train_measuresOncePerEpoch_byDefault() {
    TrialResult result = train(settings(TestData.EVALUATION), trial(0, 0.1, 3)).get(0).result();
    List<CurvePoint> curve = result.curve();
    assertEquals(List.of(0L, 5L, 10L, 15L), curve.stream().map(CurvePoint::step).toList());
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), curve.stream().map(CurvePoint::epoch).toList());
    assertNull(curve.get(0).train(), "nothing ran yet");
    assertEquals(result.validation(), curve.get(3).validation());
    assertEquals(result.train(), curve.get(3).train());
  }

  @Test
  void train_measuresExactly_whereAsked() {
    Evaluation exact = new Evaluation(2, TrainMetrics.EXACT, false);
    TrialResult result = train(settings(exact), trial(0, 0.1, 1)).get(0).result();
    assertEquals(List.of(0L, 2L, 4L, 5L), result.curve().stream().map(CurvePoint::step).toList());
    assertEquals(Math.log(10), result.curve().get(0).train().loss(), 0.7);
    assertNull(result.test());
  }

  @Test
  void train_measuresTheUntrainedNetworkOnTestImages_whereMetricsAreExact() {
    Evaluation tested = new Evaluation(0, TrainMetrics.EXACT, true);
    TrialResult result = train(settings(tested), trial(0, 0.1, 2)).get(0).result();
    assertEquals(Math.log(10), result.curve().get(0).test().loss(), 0.7);
    assertNull(result.curve().get(1).test(), "of the trained network at the end alone");
    assertTrue(result.test().loss() < result.curve().get(0).test().loss());
    TrialResult running = train(settings(TestData.EVALUATION), trial(0, 0.1, 2)).get(0).result();
    assertNull(running.curve().get(0).test());
    assertEquals(running.test(), result.test());
  }

  @Test
  void train_isTheSameAgain() {
    Trial trial = trial(0, 0.1, 2);
    assertEquals(
        train(settings(TestData.EVALUATION), trial).get(0).result(),
        train(settings(TestData.EVALUATION), trial).get(0).result());
  }

  @Test
  void trialThatDiverges_isARow_andLeavesItsPackAlone() {
    Trial good = trial(0, 0.1, 2);
    Trial bad = trial(1, 1e6, 2);
    List<Trained> pack = train(settings(TestData.EVALUATION), bad, good);
    assertEquals(Status.DIVERGED, pack.get(0).result().status());
    assertEquals(Failure.DIVERGED, pack.get(0).result().failure());
    assertTrue(pack.get(0).failureMessage().contains("the limit is"), pack.get(0).failureMessage());
    assertEquals(train(settings(TestData.EVALUATION), good).get(0).result(), pack.get(1).result());
  }

  @Test
  void inputsThatThrow_failTheTrial_withItsCause() {
    Trained trained = train(new Broken(new IllegalStateException("no such\nrow"))).get(0);
    assertEquals(Failure.EXCEPTION, trained.result().failure());
    assertTrue(
        trained.failureMessage().contains("IllegalStateException: no such row at dev.sieve"));
  }

  @Test
  void outOfMemory_isNamed() {
    Trained trained = train(new Broken(new OutOfMemoryError("test"))).get(1);
    assertEquals(Failure.OUT_OF_MEMORY, trained.result().failure());
  }

  @Test
  void trialThatTakesTooLong_isARow() {
    TrainingContext context =
        new TrainingContext(
            n -> {}, Duration.ofNanos(1), () -> false, Checkpoints.NONE, new Cores(1));
    Trained trained = train(context).get(0);
    assertEquals(Failure.TIMEOUT, trained.result().failure());
    assertEquals(1, trained.result().steps());
    assertEquals("training took longer than its limit, 1.0E-9 s", trained.failureMessage());
  }

  @Test
  void cancelledTraining_throws_beforeTheNextUpdate() {
    AtomicInteger asked = new AtomicInteger();
    TrainingContext context =
        new TrainingContext(
            n -> {},
            TrainingContext.UNLIMITED,
            () -> asked.incrementAndGet() > 3,
            Checkpoints.NONE,
            new Cores(1));
    assertThrows(CancellationException.class, () -> train(context));
    assertEquals(4, asked.get());
  }

  @Test
  void batchAboveTheTrainingSize_isRefused() {
    Trial trial = TestData.trial(0, TestData.hyperparameters(List.of(8), 0, 101, 0.1), 1);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> train(settings(TestData.EVALUATION), trial));
    assertEquals(
        "batch-size must be <= 100, the number of training images, but was 101", e.getMessage());
  }

  @Test
  void trialsOfAPack_beginTogether_andEachEndsWhenItsBudgetIsOver() {
    long before = System.currentTimeMillis();
    List<TrainingTime> times =
        train(
                settings(TestData.EVALUATION),
                trial(0, 0.01, 40),
                trial(1, 0.01, 1),
                trial(2, 1e9, 40))
            .stream()
            .map(Trained::time)
            .toList();
    long after = System.currentTimeMillis();
    times.forEach(time -> assertEquals(times.get(0).startedAt(), time.startedAt()));
    assertTrue(before <= times.get(0).startedAt() && times.get(0).endedAt() <= after);
    assertTrue(times.get(1).endedAt() <= times.get(0).endedAt());
    assertTrue(times.get(2).endedAt() <= times.get(1).endedAt(), "it diverged at once");
    assertEquals(0, times.get(0).core());
  }

  private static Trial trial(int index, double eta, int epochs) {
    return TestData.trial(index, TestData.hyperparameters(List.of(20), 0.001, 20, eta), epochs);
  }

  private static TrainingSettings settings(Evaluation evaluation) {
    return new TrainingSettings(new SieveEngine(), 11, evaluation, 1e4, false, false);
  }

  private static List<Trained> train(TrainingSettings settings, Trial... trials) {
    return Trainer.train(DATA, settings, List.of(trials), n -> {});
  }

  private static List<Trained> train(TrainingContext context) {
    return Trainer.train(
        DATA, settings(TestData.EVALUATION), List.of(trial(0, 0.1, 2), trial(1, 0.2, 2)), context);
  }

  private static List<Trained> train(Inputs broken) {
    int[] rows = IntStream.range(0, 40).toArray();
    TrainingData data = new TrainingData(broken, 10, rows, rows, broken);
    List<Trial> trials = List.of(trial(0, 0.1, 1), trial(1, 0.1, 1));
    return Trainer.train(data, settings(TestData.EVALUATION), trials, n -> {});
  }

  /** Throws when an example is loaded. */
  private record Broken(Throwable thrown) implements Inputs {
    @Override
    public int width() {
      return 300;
    }

    @Override
    public int count() {
      return 40;
    }

    @Override
    public int label(int row) {
      return 0;
    }

    @Override
    public void load(int row, float[] x, int at) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
  }
}
