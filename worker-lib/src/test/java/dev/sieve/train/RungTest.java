package dev.sieve.train;

import static dev.sieve.train.CheckpointsTest.DATA;
import static dev.sieve.train.CheckpointsTest.EPOCHS;
import static dev.sieve.train.CheckpointsTest.UPDATES;
import static dev.sieve.train.CheckpointsTest.assertSame;
import static dev.sieve.train.CheckpointsTest.pack;
import static dev.sieve.train.CheckpointsTest.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.engine.SieveEngine;
import dev.sieve.schedule.LinearDecay;
import dev.sieve.team.Cores;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials that stop at a rung, and go on from there in other packs. */
class RungTest {
  private static final int RUNG = 1;

  private static List<Trial> on(Leg leg, List<Trial> trials) {
    return trials.stream().map(trial -> trial.on(leg)).toList();
  }

  private static List<Trained> train(
      TrainingSettings settings, List<Trial> trials, Checkpoints checkpoints) {
    return Trainer.train(
        DATA,
        settings,
        trials,
        new TrainingContext(
            n -> {}, TrainingContext.UNLIMITED, () -> false, checkpoints, new Cores(1)));
  }

  /** Points of the curve every 4 updates, and at the ends of epochs: at the rung, and not. */
  @ParameterizedTest
  @ValueSource(ints = {4, 0})
  void survivors_endWithTheSameBits_asIfTheyHadNeverStopped(int interval) {
    TrainingSettings settings =
        new TrainingSettings(
            new SieveEngine(),
            5,
            new Evaluation(interval, TrainMetrics.RUNNING, true),
            1e4,
            true,
            true);
    List<Trained> whole = train(settings, pack(), Checkpoints.NONE);
    MemoryCheckpoints kept = new MemoryCheckpoints(-1);
    train(settings, on(new Leg(0, RUNG), pack().subList(0, 4)), kept);
    train(settings, on(new Leg(0, RUNG), pack().subList(4, 8)), kept);
    List<Integer> survivors = List.of(7, 0, 3);
    List<Trial> last =
        on(new Leg(RUNG, EPOCHS), survivors.stream().map(i -> pack().get(i)).toList());
    kept.join(last);
    assertSame(survivors.stream().map(whole::get).toList(), kept.goOn(settings, last, DATA));
  }

  @Test
  void trialAtItsRung_isPruned_withTheBeginningOfItsCurve() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, true);
    TrialResult whole = train(settings, pack(), Checkpoints.NONE).get(2).result();
    TrialResult pruned =
        train(settings, on(new Leg(0, RUNG), pack()), Checkpoints.NONE).get(2).result();
    assertEquals(Status.PRUNED, pruned.status());
    assertEquals(UPDATES, pruned.steps());
    assertEquals(whole.curve().subList(0, 2), pruned.curve(), "after 0 and 4 of 6 updates");
    assertNull(pruned.train());
    assertNull(pruned.test());
    assertTrue(Double.isNaN(pruned.validationAccuracy()));
    assertTrue(pruned.validation().accuracy() > 0);
  }

  @Test
  void scheduleOfTheBudget_isWhole_atARung_andBeginsAnew() {
    Trial whole = pack().get(1);
    Trial linear =
        new Trial(
            "coarse", 0, whole.hyperparameters().with(new LinearDecay(0.01, 0.001)), 0, EPOCHS);
    MemoryCheckpoints kept = new MemoryCheckpoints(-1);
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    TrialResult atRung =
        train(settings, List.of(linear.on(new Leg(0, RUNG))), kept).get(0).result();
    assertEquals(0.01 - 0.009 * 4 / UPDATES, atRung.curve().get(1).eta(), 1e-12);
    assertFalse(kept.hasPaused(linear));
  }

  @Test
  void progress_isOfTheLegAlone() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    MemoryCheckpoints kept = new MemoryCheckpoints(-1);
    train(settings, on(new Leg(0, RUNG), pack()), kept);
    List<Trial> last = on(new Leg(RUNG, EPOCHS), pack());
    kept.join(last);
    List<Integer> epochs = new ArrayList<>();
    TrainingContext context =
        new TrainingContext(
            epochs::add, TrainingContext.UNLIMITED, () -> false, kept, new Cores(1));
    Trainer.train(DATA, settings, last, context);
    assertEquals(List.of(0, 8, 8), epochs);
  }

  @Test
  void statesOfOtherTrials_areNotJoined() {
    TrainingSettings settings = settings(EarlyStopping.NEVER, false);
    MemoryCheckpoints kept = new MemoryCheckpoints(-1);
    train(settings, on(new Leg(0, RUNG), pack().subList(0, 2)), kept);
    Trial other = new Trial("coarse", 1, pack().get(0).hyperparameters(), 0, EPOCHS);
    assertThrows(IllegalArgumentException.class, () -> kept.join(List.of(other)));
  }
}
