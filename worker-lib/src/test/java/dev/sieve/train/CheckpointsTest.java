package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Selection;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.engine.SieveEngine;
import dev.sieve.net.Optimizer;
import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.team.Cores;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.Ensembles;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that are stopped after some update, and go on from what was saved then. */
class CheckpointsTest {
  private static final Cores CORES = new Cores(2);
  private static final int BATCH = 20;
  static final int UPDATES = 6; // of an epoch
  static final int EPOCHS = 3;
  static final TrainingData DATA = data();
  private static final Augmentation AUGMENTED =
      new Augmentation(0.5, 2, Augmentation.Fill.EDGE, 0.1, 0.1, 9);

  private static TrainingData data() {
    DataSet images = Synthetic.generate(UPDATES * BATCH + 60, 60, 1);
    SplitRule rule = new SplitRule(new Selection.Count(UPDATES * BATCH), new Selection.Count(60));
    Split split = Split.of(images, rule, 1);
    return TrainingData.of(
        images, split, Normalization.PER_PIXEL.fit(images.pool().values(), split.train()));
  }

  /** One of every kind: what is saved differs with the optimizer and with dropout. */
  static List<Trial> pack() {
    List<Optimizer> optimizers =
        List.of(
            new Optimizer.Sgd(),
            new Optimizer.Momentum(0.9),
            new Optimizer.Nesterov(0.9),
            Optimizer.Adam.PAPER);
    return IntStream.range(0, 2 * optimizers.size())
        .mapToObj(i -> trial(i, optimizers.get(i / 2), 0.3 * (i % 2), 0.001))
        .toList();
  }

  private static Trial trial(int index, Optimizer optimizer, double dropout, double eta) {
    List<Integer> hidden = List.of(List.<Integer>of(), List.of(9), List.of(8, 5)).get(index % 3);
    Hyperparameters chosen =
        new Hyperparameters(
                hidden,
                0.01,
                BATCH,
                new LearningRateSchedule.Triangular(eta / 10, eta, HalfCycle.ofUpdates(2)),
                new Initialization.Xavier())
            .with(Axes.OPTIMIZER, optimizer)
            .with(Axes.DROPOUT, dropout)
            .with(AUGMENTED);
    return TestData.trial(index, chosen, EPOCHS);
  }

  static TrainingSettings settings(EarlyStopping rule, boolean ensemble) {
    Ensembles ensembles = ensemble ? Ensembles.CYCLES : Ensembles.NONE;
    Averaging averaging = ensemble ? new Averaging(Averaging.Of.LAST, 2) : Averaging.NONE;
    Evaluation evaluation =
        new Evaluation(
            4,
            TrainMetrics.RUNNING,
            true,
            rule,
            ensembles,
            false,
            averaging,
            Metric.ACCURACY,
            false);
    return new TrainingSettings(new SieveEngine(), 5, evaluation, 1e4, true, true);
  }

  /**
   * In the first epoch, at its end, in the middle, where a point of the curve falls, at the end.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 6, 8, 11, 18})
  void trainingThatGoesOn_endsWithTheSameBits(int step) {
    TrainingSettings settings = settings(EarlyStopping.NEVER, true);
    List<Trained> whole = Trainer.train(DATA, settings, pack(), done -> {});
    MemoryCheckpoints saved = stoppedAfter(step, settings, pack());
    assertSame(whole, saved.goOn(settings, pack(), DATA));
  }

  @Test
  void someOfAPack_goOnInAnotherOrder_withTheSameBits() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    List<Trained> whole = Trainer.train(DATA, settings, pack(), done -> {});
    MemoryCheckpoints saved = stoppedAfter(8, settings, pack());
    List<Trial> some = List.of(pack().get(7), pack().get(0), pack().get(3));
    assertSame(List.of(whole.get(7), whole.get(0), whole.get(3)), saved.goOn(settings, some, DATA));
  }

  @Test
  void shorterTrials_thatHaveEndedBefore_stayAsTheyAre() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    Trial first = pack().get(1);
    Trial shorter = new Trial("coarse", 9, pack().get(2).hyperparameters(), 0, 1);
    List<Trial> trials = List.of(shorter, first);
    List<Trained> whole = Trainer.train(DATA, settings, trials, done -> {});
    assertSame(whole, stoppedAfter(UPDATES + 2, settings, trials).goOn(settings, trials, DATA));
    assertEquals(UPDATES, whole.get(0).result().steps());
  }

  @Test
  void trialsThatMayStopEarly_rememberTheirBestNetwork() {
    TrainingSettings settings = settings(new EarlyStopping(2, 0), false);
    List<Trained> whole = Trainer.train(DATA, settings, pack(), done -> {});
    MemoryCheckpoints saved = stoppedAfter(11, settings, pack());
    assertSame(whole, saved.goOn(settings, pack(), DATA));
  }

  @Test
  void trialThatHasDiverged_staysSo() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    List<Trial> trials = List.of(trial(1, new Optimizer.Sgd(), 0, 1e9), pack().get(2));
    List<Trained> whole = Trainer.train(DATA, settings, trials, done -> {});
    List<Trained> again = stoppedAfter(11, settings, trials).goOn(settings, trials, DATA);
    assertEquals(Status.DIVERGED, again.get(0).result().status());
    assertEquals(whole.get(0).result(), again.get(0).result());
    assertEquals(whole.get(0).failureMessage(), again.get(0).failureMessage());
    assertEquals(whole.get(1).result(), again.get(1).result());
  }

  @Test
  void trainingThatGoesOn_trainsOnlyWhatIsLeft_andSaysWhatIsDone() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    MemoryCheckpoints saved = stoppedAfter(UPDATES + 1, settings, pack());
    List<Integer> epochs = new ArrayList<>();
    int[] updates = {0};
    TrainingContext context =
        new TrainingContext(
            epochs::add, TrainingContext.UNLIMITED, () -> ++updates[0] < 0, saved, CORES);
    Trainer.train(DATA, settings, pack(), context);
    assertEquals(EPOCHS * UPDATES - (UPDATES + 1), updates[0]);
    assertEquals(List.of(8, 8, 8), epochs);
  }

  @Test
  void timeThatWasSpentBefore_counts() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    List<Trial> trials = List.of(pack().get(0));
    MemoryCheckpoints saved = stoppedAfter(UPDATES, settings, trials);
    PackState spent = saved.state();
    spent.member(trials.get(0)).charge(1e15);
    saved.save(spent);
    TrainingContext hour =
        new TrainingContext(n -> {}, Duration.ofHours(1), () -> false, saved, CORES);
    Trained trained = Trainer.train(DATA, settings, trials, hour).get(0);
    assertEquals(Failure.TIMEOUT, trained.result().failure());
    assertEquals(UPDATES + 1, trained.result().steps());
  }

  @Test
  void trialThatIsNotOfThePack_isRefused() {
    MemoryCheckpoints saved =
        stoppedAfter(1, settings(EarlyStopping.NEVER, false), pack().subList(0, 2));
    assertEquals(pack().subList(0, 2), saved.state().trials());
    assertEquals(1, saved.state().step());
    assertThrows(IllegalArgumentException.class, () -> saved.state().member(pack().get(5)));
  }

  @Test
  void nothing_isKeptByDefault() {
    assertFalse(Checkpoints.NONE.isDue());
    assertTrue(Checkpoints.NONE.last().isEmpty());
  }

  private static MemoryCheckpoints stoppedAfter(
      int step, TrainingSettings settings, List<Trial> trials) {
    MemoryCheckpoints saved = new MemoryCheckpoints(step);
    boolean last = step == UPDATES * EPOCHS; // there is no update after it to be cancelled at
    TrainingContext context =
        new TrainingContext(
            n -> {}, TrainingContext.UNLIMITED, () -> !last && saved.isSaved(), saved, CORES);
    if (last) {
      Trainer.train(DATA, settings, trials, context);
    } else {
      assertThrows(
          CancellationException.class, () -> Trainer.train(DATA, settings, trials, context));
    }
    return saved;
  }

  static void assertSame(List<Trained> expected, List<Trained> actual) {
    for (int k = 0; k < expected.size(); k++) {
      assertEquals(Status.COMPLETED, actual.get(k).result().status());
      assertEquals(expected.get(k).result(), actual.get(k).result());
      assertArrayEquals(
          expected.get(k).outputs().plain().test(), actual.get(k).outputs().plain().test());
      for (int l = 0; l < expected.get(k).weights().topology().layers(); l++) {
        assertArrayEquals(expected.get(k).weights().w(l), actual.get(k).weights().w(l));
        assertArrayEquals(expected.get(k).weights().b(l), actual.get(k).weights().b(l));
      }
    }
  }
}
