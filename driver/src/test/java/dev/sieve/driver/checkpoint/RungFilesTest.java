package dev.sieve.driver.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Selection;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.engine.SieveEngine;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.team.Cores;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingContext;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trials of three epochs of two updates, with a rung after the first. */
class RungFilesTest {
  private static final TrainingData DATA = data();
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new SieveEngine(), 1, new Evaluation(0, TrainMetrics.RUNNING, false), 1e4, false, false);
  private static final List<Trial> WHOLE =
      IntStream.range(0, 3).mapToObj(RungFilesTest::trial).toList();
  private static final List<Trial> FIRST = on(new Leg(0, 1));
  private static final List<Trial> REST = on(new Leg(1, 3));

  private final List<String> warnings = new ArrayList<>();
  private final CheckpointFolder folder =
      new CheckpointFolder(
          CheckpointRule.folderAt("mem:/rungs", MemoryFileSystem.configuration()),
          "search",
          warnings::add);

  private static TrainingData data() {
    DataSet images = Synthetic.generate(60, 20, 1);
    SplitRule rule = new SplitRule(new Selection.Count(40), new Selection.Count(20));
    Split split = Split.of(images, rule, 1);
    return TrainingData.of(
        images, split, Normalization.PER_PIXEL.fit(images.pool().values(), split.train()));
  }

  private static Trial trial(int index) {
    Hyperparameters chosen =
        new Hyperparameters(
            List.of(3),
            0,
            20,
            new LearningRateSchedule.Constant(0.01 * (index + 1)),
            new Initialization.Xavier());
    return new Trial("coarse", index, chosen, 0, 3);
  }

  private static List<Trial> on(Leg leg) {
    return WHOLE.stream().map(trial -> trial.on(leg)).toList();
  }

  private List<TrialResult> train(String pack, List<Trial> trials) {
    PackCheckpoints kept =
        new PackCheckpoints(folder, pack, trials, TrainingContext.UNLIMITED, warnings::add);
    TrainingContext context =
        new TrainingContext(n -> {}, TrainingContext.UNLIMITED, () -> false, kept, new Cores(1));
    return Trainer.train(DATA, SETTINGS, trials, context).stream().map(Trained::result).toList();
  }

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  @Test
  void trialsThatStoppedInDifferentPacks_goOnInOne_withTheSameBits() {
    List<TrialResult> whole = train("whole", WHOLE);
    train("one", FIRST.subList(0, 1));
    train("others", FIRST.subList(1, 3));
    assertEquals(Map.of(REST.get(0), "rung 1", REST.get(2), "rung 1"), origins(0, 2));
    assertEquals(2, folder.latest(REST).orElseThrow().step());
    assertEquals(whole, train("rest", REST));
    assertEquals(List.of(), warnings);
  }

  private Map<Trial, String> origins(int... trials) {
    return folder.origins(IntStream.of(trials).mapToObj(REST::get).toList());
  }

  @Test
  void trialsWithoutState_beginAnew() {
    train("one", FIRST.subList(0, 1));
    assertEquals(Map.of(REST.get(0), "rung 1"), origins(0, 1));
    assertTrue(folder.latest(REST.subList(0, 2)).isEmpty());
    assertEquals(train("whole", WHOLE), train("rest", REST));
  }

  @Test
  void damagedState_isSetAside() {
    train("all", FIRST);
    CheckpointRule.folderAt("mem:/rungs", MemoryFileSystem.configuration())
        .write("coarse-1-at-1.rung", "torn");
    assertEquals(train("whole", WHOLE), train("rest", REST));
    assertTrue(warnings.get(0).contains("coarse-1-at-1.rung is set aside"), warnings.get(0));
  }

  @Test
  void stageThatIsOver_leavesNothing_andOthersStay() {
    train("all", FIRST);
    folder.forget("coars");
    folder.forget("coarse-1");
    assertEquals(3, origins(0, 1, 2).size());
    folder.forget("coarse");
    assertEquals(Map.of(), origins(0, 1, 2));
  }
}
